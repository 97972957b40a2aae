/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

/*
 * Inside the room `store`: all values of a row packed into a blob, for the log of changes.
 */

/**
 * jkb_image_function:
 * @context: of the call
 * @n_values: how many values
 * @values: the values of a row
 *
 * An SQL function that packs its arguments.
 */
void jkb_image_function (sqlite3_context *context, int n_values, sqlite3_value **values);

/**
 * jkb_image_bind:
 * @image: what jkb_image_function() made
 * @statement: gets the values as its first parameters
 * @n_parameters: how many it has
 *
 * Returns: %FALSE when @image is damaged or holds more values
 */
gboolean jkb_image_bind (GBytes *image, sqlite3_stmt *statement, int n_parameters);
