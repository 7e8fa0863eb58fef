import { Alert, Skeleton } from '@mantine/core';
import { contract, type Session } from '@servanda/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, Refused } from '../../platform/api.ts';
import { outdate } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { wordsOf } from '../../platform/words-of-refusal.ts';
import { SecondStep } from '../factors/second-step.tsx';
import { keepSession } from '../session.ts';
import { tellConfirmed } from './going.ts';

const route = getRouteApi('/sign-on/$organisation');
/** As the browser came, before the router set the address in its own way; the code does not stay there. */
const arrived = new URL(performance.getEntriesByType('navigation')[0]?.name ?? globalThis.location.href).search;

/** Where the organisation's own sign-in sends the browser back to. */
export function ReturnPage() {
  const { t } = useTranslation(['factors']);
  const { organisation } = route.useParams();
  const client = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const [isConfirmed, setConfirmed] = useState(false);
  // The answer counts once; nothing asks for it again.
  const { data, error } = useQuery({
    queryKey: ['sign-on-return', arrived],
    queryFn: () => call(contract.people.finishSignOn, { body: { organisation, query: arrived } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const come = async (session: Session, to: '/dossiers' | '/account') => {
    keepSession(client, session);
    await router.invalidate();
    await navigate({ to, replace: true });
  };
  useEffect(() => {
    globalThis.history.replaceState(globalThis.history.state, '', globalThis.location.pathname);
  }, []);
  useEffect(() => {
    if (!data) return;
    if (data.purpose === 'confirm') {
      tellConfirmed();
      setConfirmed(true);
      globalThis.close();
    } else if (data.purpose === 'link') void outdate(client, [contract.people.identities]).then(() => come(data.session, '/account'));
    else void come(data.session, '/dossiers');
  }, [data]);
  const methods = error instanceof Refused && error.problem.code === 'second_factor_required' ? error.problem.step?.methods : undefined;
  const again = () => void navigate({ to: '/sign-in', search: {}, replace: true });
  if (methods)
    return (
      <div className="entrance entrance-alone">
        <div>
          <SecondStep methods={methods} onDone={(session) => void come(session, '/dossiers')} onOver={again} onBack={again} />
        </div>
      </div>
    );
  return (
    <Page title={t('factors:signOn.title')} width="form">
      {error ? (
        <>
          <Alert color="red" variant="light" role="alert">
            {wordsOf(error).text}
          </Alert>
          <p>
            <Link to="/sign-in" search={{}}>
              {t('factors:step.back')}
            </Link>
          </p>
        </>
      ) : null}
      {isConfirmed ? <p>{t('factors:signOn.confirmed')}</p> : null}
      {!error && !isConfirmed ? <Skeleton height={80} /> : null}
    </Page>
  );
}
