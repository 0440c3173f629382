// Written by npm run headers: the hash of the script in sandbox.html. The build fails when it is another.
export const frameHash = 'sha256-ZXOJ+LSyL8XVROS0RQk2K4+I0W44UQc85/yGWmLllvA=';
