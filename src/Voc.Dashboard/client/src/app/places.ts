import {
  IconActivity,
  IconAlertTriangle,
  IconBell,
  IconBook2,
  IconClipboardText,
  IconFileImport,
  IconHeadset,
  IconHistory,
  IconPlugConnected,
  IconSearch,
  IconSettings,
  type Icon,
} from '@tabler/icons-react';
import type { Role, User } from '../api/types';

export interface Place {
  key:
    | 'live'
    | 'issues'
    | 'replay'
    | 'search'
    | 'notes'
    | 'imports'
    | 'surveys'
    | 'sources'
    | 'alerts'
    | 'reading'
    | 'admin';
  path: string;
  icon: Icon;
  /** Who may open it; an administrator may open every place. */
  roles: readonly Role[];
}

const everybody: readonly Role[] = ['product', 'support', 'researcher'];

export const places: readonly Place[] = [
  { key: 'live', path: '/live', icon: IconActivity, roles: everybody },
  { key: 'issues', path: '/issues', icon: IconAlertTriangle, roles: everybody },
  { key: 'replay', path: '/replay', icon: IconHistory, roles: ['product'] },
  { key: 'search', path: '/search', icon: IconSearch, roles: everybody },
  { key: 'notes', path: '/notes', icon: IconHeadset, roles: ['support', 'product'] },
  { key: 'imports', path: '/imports', icon: IconFileImport, roles: ['product'] },
  { key: 'surveys', path: '/surveys', icon: IconClipboardText, roles: ['product', 'researcher'] },
  { key: 'sources', path: '/sources', icon: IconPlugConnected, roles: ['product'] },
  { key: 'alerts', path: '/alert-rules', icon: IconBell, roles: ['product'] },
  { key: 'reading', path: '/reading', icon: IconBook2, roles: ['product', 'researcher'] },
  { key: 'admin', path: '/admin', icon: IconSettings, roles: [] },
];

const homes: [Role, string][] = [
  ['admin', '/live'],
  ['product', '/live'],
  ['researcher', '/search'],
  ['support', '/notes'],
];

/** Where a person's work starts. */
export const homeOf = (user: User) => homes.find(([role]) => user.roles.includes(role))?.[1] ?? '/live';

export const mayOpen = (user: User, place: Place) =>
  user.roles.includes('admin') || place.roles.some((role) => user.roles.includes(role));
