import { useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

/** Says that the network is gone and that nothing typed is lost. */
export function NetworkNotice() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return (
    <div role="status" className="network-notice" hidden={online}>
      {online ? null : t('errors.offline')}
    </div>
  );
}
