import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { EvidenceFigures } from './figures.service.ts';

const doors = contract.evidence;

@Controller()
export class FiguresController {
  constructor(@Inject(EvidenceFigures) private readonly service: EvidenceFigures) {}

  @Door(doors.figures)
  figures(@Asker() scope: Scope, @Input() input: Received<typeof doors.figures>) {
    return this.service.read(scope, input);
  }

  @Door(doors.recordFigures)
  recordFigures(@Asker() scope: Scope, @Input() input: Received<typeof doors.recordFigures>) {
    return this.service.record(scope, input);
  }
}
