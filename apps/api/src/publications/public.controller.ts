import { Controller, Inject, Req, Res, StreamableFile } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import { attachmentHeaders } from '../platform/files/attachment.ts';
import { Door, Input } from '../platform/http/door.decorator.ts';
import type { DoorReply, DoorRequest } from '../platform/http/request.ts';
import { PublicQueries } from './public.queries.ts';
import { ReleaseFiles } from './release-files.ts';

const doors = contract.publications;
type Doors = typeof doors;
const cached = { 'cache-control': 'public, max-age=60, stale-while-revalidate=600' };

/** The doors of the public. */
@Controller()
export class PublicController {
  constructor(
    @Inject(PublicQueries) private readonly queries: PublicQueries,
    @Inject(ReleaseFiles) private readonly files: ReleaseFiles,
  ) {}

  @Door(doors.releases)
  releases(@Input() input: Received<Doors['releases']>) {
    return this.queries.releases(input);
  }

  @Door(doors.release)
  release(@Input() input: Received<Doors['release']>) {
    return this.queries.release(input);
  }

  @Door(doors.releaseFile)
  async releaseFile(@Input() input: Received<Doors['releaseFile']>, @Req() { headers }: DoorRequest, @Res({ passthrough: true }) reply: DoorReply) {
    const asked = { range: headers.range, ifRange: headers['if-range']?.toString(), ifNoneMatch: headers['if-none-match'] };
    const { record, etag, part, stream } = await this.files.open(input, asked);
    if (!stream) return void reply.status(304).headers({ etag, ...cached });
    reply.status(part ? 206 : 200).headers({ ...attachmentHeaders({ ...record, etag, part }), ...cached });
    return new StreamableFile(stream);
  }

  @Door(doors.publicState)
  publicState(@Input() input: Received<Doors['publicState']>) {
    return this.queries.state(input);
  }
}
