/**
 * Puts a provider's player in the place of a video's still once a reader presses play, and nothing before.
 * Fetched when a reader comes near. Without this script the link below the still leads to the video.
 */
for (const frame of document.querySelectorAll("[data-video]")) {
  frame.querySelector("button").addEventListener("click", () => {
    const player = document.createElement("iframe");
    player.title = frame.dataset.title;
    player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    player.src = frame.dataset.video;
    frame.replaceChildren(player);
    player.focus();
  });
}
