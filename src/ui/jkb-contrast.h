/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * jkb_contrast_follow:
 *
 * From now on `contrast.css` is in force whenever the desktop asks for high contrast. libadwaita reads a style-hc.css by
 * itself, but its releases from 1.10 on warn of one, and the media queries that they want instead are unknown to GTK 4.8.
 * Main thread, once there is a display.
 */
void jkb_contrast_follow (void);
