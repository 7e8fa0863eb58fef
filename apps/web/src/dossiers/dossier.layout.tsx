import { Outlet } from '@tanstack/react-router';

export function DossierLayout() {
  return <Outlet />;
}
