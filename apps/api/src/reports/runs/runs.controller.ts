import { Controller, Inject, Res, type StreamableFile } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import type { DoorReply } from '../../platform/http/request.ts';
import { ReportRuns } from './runs.service.ts';

const doors = contract.reports;
type Doors = typeof doors;

@Controller()
export class RunsController {
  constructor(@Inject(ReportRuns) private readonly runs: ReportRuns) {}

  @Door(doors.runs)
  list(@Asker() scope: Scope, @Input() input: Received<Doors['runs']>) {
    return this.runs.list(scope, input);
  }

  @Door(doors.order)
  order(@Asker() scope: Scope, @Input() input: Received<Doors['order']>) {
    return this.runs.order(scope, input);
  }

  @Door(doors.cancelRun)
  cancel(@Asker() scope: Scope, @Input() input: Received<Doors['cancelRun']>) {
    return this.runs.cancel(scope, input);
  }

  @Door(doors.retryRun)
  retry(@Asker() scope: Scope, @Input() input: Received<Doors['retryRun']>) {
    return this.runs.retry(scope, input);
  }

  @Door(doors.runFile)
  file(@Asker() scope: Scope, @Input() input: Received<Doors['runFile']>, @Res({ passthrough: true }) reply: DoorReply): Promise<StreamableFile> {
    return this.runs.file(scope, input, reply);
  }
}
