/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-application.h"

/**
 * JkbSearchProvider:
 *
 * Answers the search of the desktop with cases of the usual casebook, as `org.gnome.Shell.SearchProvider2` on the
 * session bus. The name of a result is the number of its case.
 */
#define JKB_TYPE_SEARCH_PROVIDER (jkb_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (JkbSearchProvider, jkb_search_provider, JKB, SEARCH_PROVIDER, GObject)

/**
 * jkb_search_provider_new:
 * @application: keeps the casebooks; outlives the provider
 *
 * Returns: (transfer full): a provider that is not on a bus yet
 */
JkbSearchProvider *jkb_search_provider_new (JkbApplication *application);

/**
 * jkb_search_provider_export:
 * @self: a provider
 * @connection: the session bus
 * @path: object path of the application; the provider is at `SearchProvider` below it
 * @error: of GDBus
 *
 * Returns: %FALSE when it could not be put there
 */
gboolean jkb_search_provider_export (JkbSearchProvider *self, GDBusConnection *connection, const char *path,
                                     GError **error);

/**
 * jkb_search_provider_unexport:
 * @self: a provider
 *
 * Takes it off the bus.
 */
void jkb_search_provider_unexport (JkbSearchProvider *self);
