import { Controller } from '@nestjs/common';
import { catalogue, openData } from '@servanda/catalogue';
import { contract, type Returned } from '@servanda/contract';
import { Door } from '../platform/http/door.decorator.ts';

const doors = contract.obligations;
type Doors = typeof doors;

// Constant for the life of the process: the same objects are shaped and hashed once.
const { version: catalogueVersion, obligations, notes, sections, shall } = catalogue;
const list: Returned<Doors['list']> = { catalogueVersion, items: obligations, total: obligations.length, notes, sections };
const register: Returned<Doors['shallRegister']> = { catalogueVersion, items: shall, total: shall.length };
const open = openData();

@Controller()
export class ObligationsController {
  @Door(doors.list)
  list(): Returned<Doors['list']> {
    return list;
  }

  @Door(doors.shallRegister)
  shallRegister(): Returned<Doors['shallRegister']> {
    return register;
  }

  @Door(doors.openData)
  openData(): unknown {
    return open;
  }
}
