/** The two channels of the desktop shell: a request with its reply, and host messages to the page. */
export const REQUEST_CHANNEL = 'packline.request'
export const MESSAGE_CHANNEL = 'packline.message'
