import { contract } from '@servanda/contract';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../platform/queries.ts';
import { toastRefusal } from '../../platform/toasts.tsx';
import { useSessionIfAny } from '../session.ts';
import { tellOtherTabs } from './other-tabs.ts';
import { sameKindOfPage } from './same-kind.ts';
import './organisation.css';

/** The organisations of one person, and which of them is at work; nothing where there is only one. */
export function OrganisationSwitch({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['organisation', 'people']);
  const session = useSessionIfAny();
  const router = useRouter();
  const choose = useAct(contract.people.chooseOrganisation, {
    // The page is loaded anew: nothing that was read for one organisation is left in memory, or on the screen, under the name of another.
    onSuccess: (next) => {
      tellOtherTabs();
      location.assign(sameKindOfPage(router.state.location.pathname, next.organisation.kind));
    },
    onError: toastRefusal,
  });
  if (!session || session.organisations.length < 2) return null;
  return (
    <fieldset className="switch-list">
      <legend>{t('organisation:switch.label')}</legend>
      {session.organisations.map(({ id, name, role }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === session.organisation.id}
          disabled={choose.isPending}
          onClick={() => (id === session.organisation.id ? onDone() : choose.mutate({ body: { organisation: id } }))}
        >
          {name}
          <small>
            {t(`people:role.${role}`)}
            {id === session.organisation.id ? ` · ${t('organisation:switch.now')}` : ''}
          </small>
        </button>
      ))}
    </fieldset>
  );
}

/** Under the bar, for whoever works in several organisations: which one it is just now. */
export function WorkingFor() {
  const { t } = useTranslation(['organisation', 'people']);
  const session = useSessionIfAny();
  if (!session || session.organisations.length < 2) return null;
  return (
    <p className="working-for no-print">
      {t('organisation:active', { organisation: session.organisation.name, role: t(`people:role.${session.role}`).toLocaleLowerCase() })}
    </p>
  );
}
