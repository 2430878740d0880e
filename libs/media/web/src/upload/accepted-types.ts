/** What the dialog of the system offers; the server decides by the bytes. Images by their formats and not `image/*`: then iPhones send JPEG. */
export const acceptedImages = 'image/jpeg,image/png,image/webp,image/avif,image/gif';
export const acceptedTypes = [
  acceptedImages,
  '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.md,.csv,.zip',
  '.mp4,.mov,.webm,.mp3,.m4a,.ogg,.wav',
].join();

export const maxAttachments = 10;
