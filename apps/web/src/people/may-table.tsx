import { Table } from '@mantine/core';
import type { Session } from '@servanda/contract';
import { useTranslation } from 'react-i18next';

const acts = ['openDossier', 'recordAssessment', 'addEvidence', 'review', 'readJournal', 'manageOrganisation'] as const;

/** What the signed-in person may do, and the reason where not. */
export function MayTable({ may }: { may: Session['may'] }) {
  const { t } = useTranslation(['people']);
  return (
    <Table>
      <Table.Tbody>
        {acts.map((act) => (
          <Table.Tr key={act}>
            <Table.Th scope="row" fw={400}>
              {t(`people:may.${act}`)}
            </Table.Th>
            <Table.Td>{may[act].allowed ? t('people:may.yes') : `${t('people:may.no')}. ${t(`people:may.because.${may[act].because ?? 'role'}`)}`}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
