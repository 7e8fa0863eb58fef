// Loaded with the first toast: where toasts stand, and the one way to put one there.
import '@mantine/notifications/styles.layer.css';
import './toasts.css';
import { Notifications, notifications } from '@mantine/notifications';

let done = '';
/** The newest word of a thing done takes the place of the one before; a refusal stays until it is closed. */
export function show(toast: Parameters<typeof notifications.show>[0]): void {
  const id = notifications.show(toast);
  if (toast.role === 'alert') return;
  if (done) notifications.hide(done);
  done = id;
}

export default function ToastPlace() {
  // Under the bar, in the middle: there stand neither the acts of a page nor the rows of its list nor the buttons of a form.
  return <Notifications position="top-center" autoClose={4000} limit={2} containerWidth={400} className="toasts" />;
}
