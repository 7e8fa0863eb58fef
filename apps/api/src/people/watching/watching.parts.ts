// What the module of people is told of following and news.
import { Digests } from './digests.service.ts';
import { Follows } from './follows.service.ts';
import { News } from './news.service.ts';
import { StopLinks } from './stop-links.ts';
import { WatchingController } from './watching.controller.ts';

export const watchingControllers = [WatchingController];
export const watchingProviders = [Digests, Follows, News, StopLinks];
