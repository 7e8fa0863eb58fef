import { Inject, Injectable } from '@nestjs/common';
import type { contract, Digest, NewsFacts, NewsKind, Received } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import type { MailLocale } from '../../platform/mail/letter.ts';
import { type ComposedMail, composeMail } from '../../platform/mail/queue-mail.ts';
import { nextTurn } from './digest.rules.ts';
import { chooseDigestSql, digestSql, dueSql, sendNoneSql, sendSql, stopSql } from './digest.sql.ts';
import { moreNews, newsTitle, severalNews } from './news-words.ts';
import { StopLinks } from './stop-links.ts';

type Doors = typeof contract.people;
interface Due {
  organisation: string;
  person: string;
  every: Digest['every'];
  zone: string;
  email: string;
  locale: MailLocale;
  items: (NewsFacts & { id: string; kind: NewsKind })[];
}
/** Letters that one look sends at most; where as many were due, the next look follows at once. */
export const atOnce = 100;
/** News that one letter names. */
const named = 50;
const unchosen: Digest = { every: 'daily', timeZone: 'UTC' };

/** Letters of news: when they go is the person's choice; they hold titles and links, and nothing that is not public. */
@Injectable()
export class Digests {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(StopLinks) private readonly links: StopLinks,
  ) {}

  async chosen(sql: Sql, scope: Scope): Promise<Digest> {
    const [digest] = await sql<Digest>(digestSql, [scope.organisation, scope.person]);
    return digest ?? unchosen;
  }

  choose(scope: Scope, { body: { every, timeZone } }: Received<Doors['reviseDigest']>): Promise<Digest> {
    const own = [scope.organisation, scope.person];
    return this.db.hotWrite(scope, async (sql) => {
      await sql(chooseDigestSql, [...own, every, timeZone, nextTurn(every, timeZone, this.clock.now())]);
      if (every === 'off') await sql(sendNoneSql, own);
      return this.chosen(sql, scope);
    });
  }

  /** By the link in a letter. Refuses link_unusable where it is not one of ours. */
  async stop({ query: { token } }: Received<Doors['stopDigest']>): Promise<null> {
    const whose = this.links.read(token) ?? refuse('link_unusable');
    await this.db.unscoped(stopSql, [whose.organisation, whose.person]);
    return null;
  }

  /**
   * Puts the letters that are due into the outbox; from there they go as all letters do. A letter and the mark that its news were sent are one
   * statement: who dies before it has sent nothing, and after it nothing is sent again. Answers how many were due.
   */
  async sendDue(): Promise<number> {
    const now = this.clock.now();
    const due = await this.db.unscoped<Due>(dueSql, [now, atOnce]);
    for (const one of due) {
      const letter = one.items.length > 0 ? this.#letter(one) : null;
      const ids = one.items.map(({ id }) => id);
      await this.db.unscoped(sendSql, [one.organisation, one.person, ids, letter && JSON.stringify(letter), nextTurn(one.every, one.zone, now)]);
    }
    return due.length;
  }

  #letter({ organisation, person, email, locale, items }: Due): ComposedMail {
    const at = (path: string) => `${this.config.publicUrl}${path}`;
    const lines = items.slice(0, named).map((item) => ({ text: newsTitle(locale, item), link: at(item.path) }));
    if (items.length > named) lines.push({ text: moreNews(locale, items.length - named), link: at('/news') });
    const headline = items.length === 1 ? (lines[0]?.text ?? '') : severalNews(locale, items.length);
    const whose = { organisation, person };
    const facts = { headline, link: at('/news'), settings: at('/news/following'), stop: this.links.page(whose) };
    return { ...composeMail({ to: email, locale, letter: 'newsDigest', facts, lines }), stop: this.links.oneClick(whose) };
  }
}
