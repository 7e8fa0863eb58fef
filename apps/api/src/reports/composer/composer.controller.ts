import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { ComposerQueries } from './composer.queries.ts';
import { ReportParagraphs } from './paragraphs.service.ts';
import { ComposedReports } from './reports.service.ts';

const doors = contract.reports;
type Doors = typeof doors;

@Controller()
export class ComposerController {
  constructor(
    @Inject(ComposerQueries) private readonly queries: ComposerQueries,
    @Inject(ComposedReports) private readonly reports: ComposedReports,
    @Inject(ReportParagraphs) private readonly paragraphs: ReportParagraphs,
  ) {}

  @Door(doors.composed)
  composed(@Asker() scope: Scope, @Input() input: Received<Doors['composed']>) {
    return this.queries.list(scope, input);
  }

  @Door(doors.startReport)
  startReport(@Asker() scope: Scope, @Input() input: Received<Doors['startReport']>) {
    return this.reports.start(scope, input);
  }

  @Door(doors.working)
  working(@Asker() scope: Scope, @Input() input: Received<Doors['working']>) {
    return this.queries.working(scope, input);
  }

  @Door(doors.reviseReport)
  reviseReport(@Asker() scope: Scope, @Input() input: Received<Doors['reviseReport']>) {
    return this.reports.revise(scope, input);
  }

  @Door(doors.addParagraph)
  addParagraph(@Asker() scope: Scope, @Input() input: Received<Doors['addParagraph']>) {
    return this.paragraphs.add(scope, input);
  }

  @Door(doors.history)
  history(@Asker() scope: Scope, @Input() input: Received<Doors['history']>) {
    return this.queries.history(scope, input);
  }

  @Door(doors.writeParagraph)
  writeParagraph(@Asker() scope: Scope, @Input() input: Received<Doors['writeParagraph']>) {
    return this.paragraphs.write(scope, input);
  }

  @Door(doors.placeParagraph)
  placeParagraph(@Asker() scope: Scope, @Input() input: Received<Doors['placeParagraph']>) {
    return this.paragraphs.place(scope, input);
  }

  @Door(doors.commentParagraph)
  commentParagraph(@Asker() scope: Scope, @Input() input: Received<Doors['commentParagraph']>) {
    return this.paragraphs.comment(scope, input);
  }

  @Door(doors.freeze)
  freeze(@Asker() scope: Scope, @Input() input: Received<Doors['freeze']>) {
    return this.reports.freeze(scope, input);
  }

  @Door(doors.issue)
  issue(@Asker() scope: Scope, @Input() input: Received<Doors['issue']>) {
    return this.queries.issue(scope, input);
  }
}
