/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-search-provider.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-label-style.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-headline.h"
#include "ui/jkb-window.h"

/* More than a desktop shows of one program. */
#define N_RESULTS_MAX 50

static const char interface_xml[]
    = "<node><interface name='org.gnome.Shell.SearchProvider2'>"
      "<method name='GetInitialResultSet'>"
      "<arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
      "<method name='GetSubsearchResultSet'>"
      "<arg type='as' direction='in'/><arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
      "<method name='GetResultMetas'>"
      "<arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/></method>"
      "<method name='ActivateResult'>"
      "<arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
      "<method name='LaunchSearch'>"
      "<arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
      "</interface></node>";

struct _JkbSearchProvider
{
  GObject parent_instance;

  JkbApplication *application;          /* not owned */
  JkbCasebook *casebook;                /* NULL until something is asked for */
  GQueue waiting;                       /* Request, for the casebook to be ready */
  GDBusConnection *connection;
  guint registration;
};

typedef struct _Request Request;

typedef void (*AnswerFunc) (Request *request);

struct _Request
{
  JkbSearchProvider *provider;
  GDBusMethodInvocation *invocation;
  AnswerFunc answer;
  char *words;                          /* what to look for */
  GArray *ids;                          /* of cases to describe */
};

G_DEFINE_FINAL_TYPE (JkbSearchProvider, jkb_search_provider, G_TYPE_OBJECT)

/* ---- requests ---- */

/* While one is answered a program without a window does not end. */
static Request *
new_request (JkbSearchProvider *self, GDBusMethodInvocation *invocation, AnswerFunc answer)
{
  Request *request = g_new0 (Request, 1);

  request->provider = g_object_ref (self);
  request->invocation = invocation;
  request->answer = answer;
  g_application_hold (G_APPLICATION (self->application));
  return request;
}

static void
end_request (Request *request, GVariant *results)
{
  g_dbus_method_invocation_return_value (request->invocation, g_variant_new_tuple (&results, 1));
  g_application_release (G_APPLICATION (request->provider->application));
  g_object_unref (request->provider);
  g_free (request->words);
  g_clear_pointer (&request->ids, g_array_unref);
  g_free (request);
}

/* Nothing, when there is no casebook to look into. */
static void
end_empty (Request *request)
{
  end_request (request, g_variant_new_array (request->words != NULL ? G_VARIANT_TYPE_STRING : G_VARIANT_TYPE_VARDICT,
                                             NULL, 0));
}

static void
on_state_changed_cb (JkbCasebook *casebook, GParamSpec *pspec, JkbSearchProvider *self)
{
  JkbCasebookState state = jkb_casebook_get_state (casebook);
  Request *request;

  if (state != JKB_CASEBOOK_READY && state != JKB_CASEBOOK_FAILED)
    return;
  while ((request = g_queue_pop_head (&self->waiting)) != NULL)
    if (state == JKB_CASEBOOK_READY)
      request->answer (request);
    else
      end_empty (request);
}

static void
take_request (JkbSearchProvider *self, Request *request)
{
  if (self->casebook == NULL)
    {
      self->casebook = g_object_ref (jkb_application_open_casebook (self->application, NULL));
      g_signal_connect_object (self->casebook, "notify::state", G_CALLBACK (on_state_changed_cb), self, 0);
    }
  g_queue_push_tail (&self->waiting, request);
  on_state_changed_cb (self->casebook, NULL, self);
}

/* ---- answers ---- */

static void
on_selection_made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  JkbSelection *selection = jkb_selection_new_finish (result, NULL);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < MIN (jkb_selection_n (selection), N_RESULTS_MAX); i++)
    {
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, jkb_selection_get_id (selection, i));

      g_variant_builder_add (&builder, "s", name);
    }
  jkb_selection_unref (selection);
  end_request (request, g_variant_builder_end (&builder));
}

static void
answer_search (Request *request)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  filter->words = g_strdup (request->words);
  jkb_selection_new_first_async (jkb_casebook_get_cases (request->provider->casebook), filter,
                                 (JkbOrder){ JKB_COLUMN_DATE, TRUE }, N_RESULTS_MAX, NULL, on_selection_made_cb,
                                 request);
}

static void
add_meta (GVariantBuilder *builder, const JkbIncident *incident)
{
  const char *name = jkb_label_name (incident->organisation, incident->organisation_en);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, incident->id);
  g_autofree char *headline = jkb_headline (incident);

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (builder, "{sv}", "id", g_variant_new_string (id));
  g_variant_builder_add (builder, "{sv}", "name",
                         g_variant_new_string (name != NULL ? name : _("Organisation not known")));
  g_variant_builder_add (builder, "{sv}", "description", g_variant_new_string (headline != NULL ? headline : ""));
  g_variant_builder_close (builder);
}

static void
on_incidents_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr(GPtrArray) incidents = jkb_store_load_incidents_finish (JKB_STORE (object), result, NULL);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; incidents != NULL && i < incidents->len; i++)
    add_meta (&builder, incidents->pdata[i]);
  end_request (request, g_variant_builder_end (&builder));
}

static void
answer_metas (Request *request)
{
  if (request->ids->len == 0)
    end_empty (request);
  else
    jkb_store_load_incidents_async (jkb_casebook_get_store (request->provider->casebook),
                                    (const gint64 *) request->ids->data, request->ids->len, NULL,
                                    on_incidents_loaded_cb, request);
}

/* ---- calls ---- */

static void
search (JkbSearchProvider *self, GVariant *terms, GDBusMethodInvocation *invocation)
{
  Request *request = new_request (self, invocation, answer_search);
  g_autofree const char **words = g_variant_get_strv (terms, NULL);

  request->words = g_strjoinv (" ", (char **) words);
  take_request (self, request);
}

static void
describe (JkbSearchProvider *self, GVariant *names, GDBusMethodInvocation *invocation)
{
  Request *request = new_request (self, invocation, answer_metas);
  g_autofree const char **list = g_variant_get_strv (names, NULL);

  request->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gsize i = 0; list[i] != NULL; i++)
    {
      gint64 id;

      if (g_ascii_string_to_signed (list[i], 10, 1, G_MAXINT64, &id, NULL))
        g_array_append_val (request->ids, id);
    }
  take_request (self, request);
}

/* The window in front that shows the usual casebook, else a new one. */
static JkbScope *
show_window (JkbSearchProvider *self)
{
  return jkb_window_get_scope (JKB_WINDOW (jkb_application_show_casebook (self->application, NULL)));
}

static void
show_case (JkbSearchProvider *self, GVariant *parameters)
{
  const char *name;
  gint64 id;

  g_variant_get_child (parameters, 0, "&s", &name);
  if (g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &id, NULL))
    jkb_scope_set_case_id (show_window (self), id);
}

static void
show_search (JkbSearchProvider *self, GVariant *parameters)
{
  g_autoptr(GVariant) terms = g_variant_get_child_value (parameters, 0);
  g_autofree const char **list = g_variant_get_strv (terms, NULL);
  g_autofree char *words = g_strjoinv (" ", (char **) list);

  jkb_scope_set_words (show_window (self), words);
}

static void
on_method_called_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
                     const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer user_data)
{
  JkbSearchProvider *self = user_data;
  g_autoptr(GVariant) first = g_variant_get_child_value (parameters, 0);

  if (g_str_equal (method, "GetInitialResultSet"))
    search (self, first, invocation);
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_autoptr(GVariant) terms = g_variant_get_child_value (parameters, 1);

      search (self, terms, invocation);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    describe (self, first, invocation);
  else
    {
      if (g_str_equal (method, "ActivateResult"))
        show_case (self, parameters);
      else
        show_search (self, parameters);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

/* ---- the object ---- */

static void
jkb_search_provider_dispose (GObject *object)
{
  JkbSearchProvider *self = JKB_SEARCH_PROVIDER (object);

  jkb_search_provider_unexport (self);
  g_clear_object (&self->casebook);
  G_OBJECT_CLASS (jkb_search_provider_parent_class)->dispose (object);
}

static void
jkb_search_provider_class_init (JkbSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_search_provider_dispose;
}

static void
jkb_search_provider_init (JkbSearchProvider *self)
{
  g_queue_init (&self->waiting);
}

JkbSearchProvider *
jkb_search_provider_new (JkbApplication *application)
{
  JkbSearchProvider *self = g_object_new (JKB_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  return self;
}

gboolean
jkb_search_provider_export (JkbSearchProvider *self, GDBusConnection *connection, const char *path, GError **error)
{
  static const GDBusInterfaceVTable table = { .method_call = on_method_called_cb };
  g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autofree char *own = g_strconcat (path, "/SearchProvider", NULL);

  g_return_val_if_fail (JKB_IS_SEARCH_PROVIDER (self), FALSE);
  g_return_val_if_fail (self->connection == NULL, FALSE);

  self->registration
      = g_dbus_connection_register_object (connection, own, node->interfaces[0], &table, self, NULL, error);
  if (self->registration == 0)
    return FALSE;
  self->connection = g_object_ref (connection);
  return TRUE;
}

void
jkb_search_provider_unexport (JkbSearchProvider *self)
{
  g_return_if_fail (JKB_IS_SEARCH_PROVIDER (self));

  if (self->connection != NULL)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  g_clear_object (&self->connection);
}
