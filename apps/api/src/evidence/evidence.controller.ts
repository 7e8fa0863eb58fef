import { Controller, Inject, Req, Res, StreamableFile } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import { attachmentHeaders } from '../platform/files/attachment.ts';
import { Asker, Door, Input } from '../platform/http/door.decorator.ts';
import type { DoorReply, DoorRequest } from '../platform/http/request.ts';
import { EvidenceErasure } from './evidence.erasure.ts';
import { EvidenceFiles } from './evidence.files.ts';
import { EvidenceQueries } from './evidence.queries.ts';
import { EvidenceService } from './evidence.service.ts';
import { EvidenceText } from './text.service.ts';

@Controller()
export class EvidenceController {
  constructor(
    @Inject(EvidenceService) private readonly service: EvidenceService,
    @Inject(EvidenceFiles) private readonly files: EvidenceFiles,
    @Inject(EvidenceErasure) private readonly erasure: EvidenceErasure,
    @Inject(EvidenceText) private readonly texts: EvidenceText,
    @Inject(EvidenceQueries) private readonly queries: EvidenceQueries,
  ) {}

  @Door(contract.evidence.list)
  list(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.list>) {
    return this.queries.list(scope, input);
  }

  @Door(contract.evidence.add)
  add(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.add>) {
    return this.service.add(scope, input);
  }

  @Door(contract.evidence.get)
  get(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.get>) {
    return this.queries.get(scope, input);
  }

  @Door(contract.evidence.revise)
  revise(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.revise>) {
    return this.service.revise(scope, input);
  }

  @Door(contract.evidence.withdraw)
  withdraw(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.withdraw>) {
    return this.service.withdraw(scope, input);
  }

  @Door(contract.evidence.revisions)
  revisions(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.revisions>) {
    return this.queries.revisions(scope, input);
  }

  @Door(contract.evidence.erase)
  erase(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.erase>) {
    return this.erasure.erase(scope, input);
  }

  @Door(contract.evidence.addFile)
  addFile(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.addFile>, @Req() request: DoorRequest) {
    return this.files.add(scope, input.params, request);
  }

  @Door(contract.evidence.text)
  text(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.text>) {
    return this.texts.text(scope, input);
  }

  @Door(contract.evidence.readText)
  readText(@Asker() scope: Scope, @Input() input: Received<typeof contract.evidence.readText>) {
    return this.texts.readAgain(scope, input);
  }

  @Door(contract.evidence.file)
  async file(
    @Asker() scope: Scope,
    @Input() input: Received<typeof contract.evidence.file>,
    @Req() { headers }: DoorRequest,
    @Res({ passthrough: true }) reply: DoorReply,
  ) {
    const { record, etag, part, stream } = await this.files.open(scope, input.params, {
      copy: input.query.copy,
      range: headers.range,
      ifRange: headers['if-range']?.toString(),
      ifNoneMatch: headers['if-none-match'],
    });
    if (!stream) return void reply.status(304).headers({ etag, 'cache-control': 'no-store' });
    reply.status(part ? 206 : 200).headers(attachmentHeaders({ ...record, etag, part }));
    return new StreamableFile(stream);
  }
}
