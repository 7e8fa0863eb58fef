const own = 'https://own.invalid';

/** Whether an address is a page of this app. It is read as a browser reads it, to which `/\host`, or a tab between two slashes, begins the name of another host. */
export const isOwnAddress = (address: string): boolean => address.startsWith('/') && URL.canParse(address, own) && new URL(address, own).origin === own;
