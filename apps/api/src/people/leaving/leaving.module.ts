import { Module } from '@nestjs/common';
import { ArchiveService } from './archive.service.ts';
import { LeavingController } from './leaving.controller.ts';
import { LeavingJob } from './leaving.job.ts';
import { LeavingService } from './leaving.service.ts';

@Module({ controllers: [LeavingController], providers: [ArchiveService, LeavingJob, LeavingService], exports: [LeavingJob] })
export class LeavingModule {}
