import { Kbd, Modal, Table } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { inForce, subscribe } from './registry.ts';

/** All keys that are in force on this page. */
export default function KeysDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const groups = useSyncExternalStore(subscribe, inForce);
  const byKey = new Map(groups.flat().map((shortcut) => [shortcut.key, shortcut]));
  return (
    <Modal opened={opened} onClose={close} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {[...byKey.values()].map(({ key, does }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" w="5rem">
                <Kbd>{key}</Kbd>
              </Table.Th>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
