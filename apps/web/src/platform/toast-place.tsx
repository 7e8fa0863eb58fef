// Loaded with the first toast: where toasts stand, and the one way to put one there.
import '@mantine/notifications/styles.layer.css';
import { Notifications, notifications } from '@mantine/notifications';

export const show = notifications.show;

export default function ToastPlace() {
  return <Notifications position="bottom-left" autoClose={6000} limit={3} />;
}
