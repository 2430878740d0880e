export { aHappening } from './happening.ts';
export { aNotificationReader, type Told } from './notification.reader.ts';
