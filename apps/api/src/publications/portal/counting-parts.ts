// Which releases of a dossier count, and for what, in words.
import { catalogue } from '@servanda/catalogue';
import type { PublicRelease } from '@servanda/contract';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { releaseAddress } from './addresses.ts';
import type { Head } from './dossier-on.ts';
import type { Edition } from './edition.ts';
import { coverageTable } from './marks.ts';

type Counting = Pick<Head, 'id' | 'number' | 'publishedAt' | 'articles' | 'organisation'>;
const judged = [...new Set(catalogue.obligations.map(({ article }) => article))];

/** “Article 9 only”; nothing where every article with duties is covered, or the release is withdrawn. */
export function onlyWords({ words, fill, numbers }: Edition, { articles }: { articles: readonly number[] | null }): string {
  if (articles === null || judged.every((article) => articles.includes(article))) return '';
  return fill(articles.length === 1 ? words.release.onlyOne : words.release.onlyMany, { articles: numbers(articles) });
}

/** Number and day of a release, with the articles to which it keeps. */
export const releaseTold = (edition: Edition, release: Omit<Counting, 'id' | 'organisation'>): string => {
  const { words, fill, day } = edition;
  return [`${fill(words.release.kicker, { number: release.number })}, ${day(release.publishedAt)}`, onlyWords(edition, release)].filter(Boolean).join(' · ');
};

/** The releases of a dossier that count, one after another, each a link. */
export const countingLinks = (edition: Edition, counts: readonly Counting[]): Markup =>
  html`${counts.map((one, i) => html`${i > 0 ? '; ' : null}<a href="${edition.to(releaseAddress(one.id))}">${releaseTold(edition, one)}<span class="vh"> – ${one.organisation}</span></a>`)}`;

/** What each release that counts claims: first the one of the most articles, then those that stand beside it for some. */
export function countingCoverage(edition: Edition, counts: readonly Head[]): Markup | null {
  const { words, fill, to } = edition;
  const [widest, ...others] = counts.toSorted((a, b) => b.articles.length - a.articles.length);
  if (!widest) return null;
  const read = ({ id, number, organisation }: Head) =>
    html`<p><a class="go" href="${to(releaseAddress(id))}">${fill(words.state.read, { number })}<span class="vh"> – ${organisation}</span></a></p>`;
  const beside = (one: Head) =>
    html`<h4>${releaseTold(edition, one)}</h4><p class="soft small">${words.state.counts}</p>${coverageTable(edition, one.coverage)}${read(one)}`;
  return html`${others.length ? html`<h4>${releaseTold(edition, widest)}</h4>` : null}${coverageTable(edition, widest.coverage)}${read(widest)}${others.map(beside)}`;
}

type Covering = Pick<PublicRelease, 'number' | 'articles' | 'withdrawn'>;
/** “For articles 1 to 8, what this release says still counts”, where what stands after it covers some of its articles only. */
export function stillCounts({ words, fill, numbers }: Edition, head: Covering, siblings: readonly Covering[]): string {
  const later = siblings.filter(({ number, withdrawn }) => number > head.number && !withdrawn);
  const left = judged.filter((article) => head.articles?.includes(article) && !later.some(({ articles }) => articles?.includes(article)));
  return left.length ? fill(left.length === 1 ? words.release.stillOne : words.release.stillMany, { articles: numbers(left) }) : '';
}
