// Offers the full screen where the device has one; a finger has to ask for it.
const button = document.querySelector('button');
const tell = () => {
  button.hidden = document.fullscreenElement !== null || !document.fullscreenEnabled;
};
button.addEventListener('click', () => document.documentElement.requestFullscreen());
document.addEventListener('fullscreenchange', tell);
tell();
