import { Popover, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OrganisationSwitch } from './organisation/organisation-switch.tsx';
import { publicRecord } from './public-record.ts';
import { useSessionIfAny } from './session.ts';
import { SettingsRow } from './settings-row.tsx';
import { SignOutButton } from './sign-out-button.tsx';
import './account-menu.css';

/** Who am I, for whom, in what role; language, appearance, sign out. Without a session: the way in. */
export function AccountMenu() {
  const { t } = useTranslation(['people']);
  const session = useSessionIfAny();
  const [opened, menu] = useDisclosure(false);
  if (!session) return <Link to="/sign-in">{t('people:account.signIn')}</Link>;
  const { person, organisation, role, body, may } = session;
  return (
    <Popover opened={opened} onChange={(open) => (open ? menu.open() : menu.close())} position="bottom-end" width={320} trapFocus returnFocus shadow="sm">
      <Popover.Target>
        <UnstyledButton
          className="account-button"
          onClick={menu.toggle}
          aria-label={t('people:account.menu', { name: `${person.name}, ${organisation.name}` })}
        >
          <IconUserCircle className="account-icon" size={22} stroke={1.5} aria-hidden />
          <span className="account-name" dir="auto">
            {organisation.name}
          </span>
          <IconChevronDown size={14} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="account-card" aria-label={t('people:account.menu', { name: person.name })}>
        <p className="account-person serif">{person.name}</p>
        <p className="soft small">{person.email}</p>
        <p className="small">
          {organisation.name}
          {body ? ` · ${body}` : ''}
          <br />
          {t(`people:role.${role}`)}
        </p>
        <OrganisationSwitch onDone={menu.close} />
        <SettingsRow />
        <div className="account-acts">
          <Link to="/account" onClick={menu.close}>
            {t('people:account.title')}
          </Link>
          <Link to="/organisation/members" onClick={menu.close}>
            {t('people:account.organisation')}
          </Link>
          {may.readJournal.allowed ? (
            <Link to="/journal" onClick={menu.close}>
              {t('people:account.journal')}
            </Link>
          ) : null}
          {may.manageOrganisation.allowed && organisation.kind !== 'operator' ? (
            <Link to="/organisation/data" onClick={menu.close}>
              {t('people:account.data')}
            </Link>
          ) : null}
          <a href={publicRecord()}>{t('people:account.public')}</a>
          <Link to="/help" onClick={menu.close}>
            {t('people:help.short')}
          </Link>
          <SignOutButton />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
