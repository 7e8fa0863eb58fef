import { createContext, type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';

/** Of what the pages within are parts: the State of a dossier, an organisation. Several tabs of one browser tell themselves apart by it. */
export const Within = createContext<string | null>(null);

interface PageProps {
  /** Title of the browser's tab and, unless `heading` is given, the page's heading. */
  title: string;
  heading?: ReactNode;
  /** One line above the heading: where this page stands. */
  above?: ReactNode;
  /** What can be done with the page as a whole. */
  acts?: ReactNode;
  /** One or two sentences under the heading. */
  lead?: ReactNode;
  width?: 'text' | 'form' | 'wide';
  children: ReactNode;
}

/** Head and body of a page. The heading takes the focus when one arrives. */
export function Page({ title, heading, above, acts, lead, width = 'wide', children }: PageProps) {
  return (
    <div className={`page page-${width}`}>
      <Title of={title} />
      <div className="page-head">
        <div>
          {above ? <p className="page-above">{above}</p> : null}
          <h1 tabIndex={-1}>{heading ?? title}</h1>
          {lead ? <p className="page-lead">{lead}</p> : null}
        </div>
        {acts ? <div className="page-acts no-print">{acts}</div> : null}
      </div>
      {children}
    </div>
  );
}

/** Title of the browser's tab: the page first, then of what it is a part, the product last. */
export function Title({ of }: { of: string }) {
  const { t } = useTranslation();
  const within = use(Within);
  return <title>{[of, ...(within ? [within] : []), t('shell.name')].join(' · ')}</title>;
}
