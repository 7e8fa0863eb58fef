import { Controller } from '@nestjs/common';
import { contract } from '@servanda/contract';
import { Door } from './door.decorator.ts';
import { openApi } from './openapi.ts';

let document: unknown;

@Controller()
export class OpenApiController {
  /** OpenAPI 3.1, made from the contract. */
  @Door(contract.platform.openApi)
  openApi(): unknown {
    document ??= openApi();
    return document;
  }
}
