/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-case-pane.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-case-actions.h"
#include "ui/jkb-case-sheet.h"
#include "ui/jkb-casebook-actions.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-evidence-pane.h"
#include "ui/jkb-headline.h"
#include "ui/jkb-settings.h"
#include "ui/jkb-shrink.h"

#define TEXT_HEIGHT_MIN 160

struct _JkbCasePane
{
  AdwBin parent_instance;

  JkbScope *scope;
  GCancellable *cancellable;            /* of the case being read */
  JkbCaseFile *file;
  const JkbCaseFact *fact;              /* of the file, the chosen one */
  JkbCaseActions *actions;
  gboolean is_showing;
  gboolean is_divided;                  /* the pane was given its remembered division */

  GtkStack *stack;
  AdwStatusPage *failed_page;
  GtkWidget *back_button;
  GtkLabel *origin;
  GtkWidget *review_button;
  GtkWidget *case_menu_button;
  GtkPaned *paned;
  GtkScrolledWindow *scrolled;
  GtkWidget *top_bar;
  JkbCaseSheet *sheet;
  JkbEvidencePane *evidence;
};

enum
{
  PROP_0,
  PROP_HAS_BACK,
  N_PROPS
};

enum
{
  EDITED,
  SHOWN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbCasePane, jkb_case_pane, ADW_TYPE_BIN)

static void
update_actions (JkbCasePane *self)
{
  jkb_case_actions_set (self->actions, jkb_scope_get_casebook (self->scope), self->file,
                        self->fact);
}

/* ---------------------------------------------------------------- what a case shows */

static void
show_fact (JkbCasePane *self, const JkbCaseFact *fact)
{
  self->fact = fact;
  update_actions (self);
  jkb_evidence_pane_set_fact (self->evidence, fact);
}

static void
show_standing (JkbCasePane *self)
{
  JkbSelection *selection = jkb_scope_get_selection (self->scope);
  const JkbIncident *incident = self->file->incident;
  guint position;
  gboolean is_found = selection == NULL || jkb_selection_find (selection, incident->id, &position);
  g_autofree char *words = jkb_headline_standing (incident, is_found);

  gtk_label_set_text (self->origin, words);
}

static void
show_file (JkbCasePane *self)
{
  const JkbIncident *incident = self->file->incident;

  show_standing (self);
  gtk_widget_set_visible (self->review_button, incident->review == JKB_REVIEW_UNREAD);
  jkb_case_sheet_show (self->sheet, jkb_scope_get_casebook (self->scope), self->file);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), self->file->notices->len > 0);
  jkb_evidence_pane_show (self->evidence, self->file);
}

/* Everything that points into the file lets go of it before it is freed. */
static void
drop_file (JkbCasePane *self)
{
  self->fact = NULL;
  if (self->file == NULL)
    return;
  jkb_case_sheet_clear (self->sheet);
  jkb_evidence_pane_show (self->evidence, NULL);
  jkb_case_actions_set (self->actions, jkb_scope_get_casebook (self->scope), NULL, NULL);
  g_clear_pointer (&self->file, jkb_case_file_free);
}

static void
show_page (JkbCasePane *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->case_menu_button, g_str_equal (name, "case"));
  gtk_widget_set_visible (self->top_bar, g_str_equal (name, "case")
                                             || gtk_widget_get_visible (self->back_button));
  if (!g_str_equal (name, "case"))
    {
      gtk_label_set_text (self->origin, "");
      gtk_widget_set_visible (self->review_button, FALSE);
    }
  update_actions (self);
}

/* A case that was changed keeps its place and its chosen fact. */
static void
take_file (JkbCasePane *self, JkbCaseFile *file)
{
  gint64 fact_id = self->fact != NULL ? self->fact->id : 0;
  gboolean is_same = self->file != NULL && self->file->incident->id == file->incident->id;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double value = gtk_adjustment_get_value (adjustment);

  drop_file (self);
  self->file = file;
  show_file (self);
  show_page (self, "case");
  if (is_same && fact_id != 0)
    jkb_case_pane_choose_fact (self, fact_id);
  gtk_adjustment_set_value (adjustment, is_same ? value : 0);
  g_signal_emit (self, signals[SHOWN], 0, is_same);
}

/* ---------------------------------------------------------------- reading */

static void
on_case_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbCasePane) self = user_data;
  g_autoptr(GError) error = NULL;
  JkbCaseFile *file = NULL;
  gboolean done = jkb_store_load_case_finish (JKB_STORE (object), result, &file, &error);

  /* Another case was asked for meanwhile, or none. */
  if (self->scope == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      jkb_case_file_free (file);
      return;
    }
  g_clear_object (&self->cancellable);
  if (!done)
    {
      g_autofree char *words = jkb_casebook_describe_error (error);
      g_autofree char *escaped = g_markup_escape_text (words, -1);

      drop_file (self);
      adw_status_page_set_description (self->failed_page, escaped);
      show_page (self, "failed");
    }
  else if (file == NULL || file->binned)
    {
      jkb_case_file_free (file);
      jkb_scope_set_case_id (self->scope, 0);
    }
  else
    take_file (self, file);
}

static void
stop_loading (JkbCasePane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load_case (JkbCasePane *self)
{
  JkbStore *store = jkb_casebook_get_store (jkb_scope_get_casebook (self->scope));
  gint64 id = jkb_scope_get_case_id (self->scope);

  stop_loading (self);
  if (id == 0 || store == NULL)
    {
      jkb_case_sheet_end_notes (self->sheet, jkb_scope_get_casebook (self->scope));
      drop_file (self);
      show_page (self, "none");
      return;
    }
  self->cancellable = g_cancellable_new ();
  jkb_store_load_case_async (store, id, self->cancellable, on_case_loaded_cb,
                             g_object_ref (self));
}

static void
on_case_changed_cb (JkbScope *scope, GParamSpec *pspec, JkbCasePane *self)
{
  load_case (self);
}

static void
on_casebook_changed_cb (JkbCasebook *casebook, GArray *ids, JkbCasePane *self)
{
  gint64 id = jkb_scope_get_case_id (self->scope);
  gboolean is_touched = ids == NULL;

  for (guint i = 0; !is_touched && i < ids->len; i++)
    is_touched = g_array_index (ids, gint64, i) == id;
  if (id != 0 && is_touched)
    load_case (self);
}

static void
on_selection_changed_cb (JkbScope *scope, JkbCasePane *self)
{
  jkb_evidence_pane_set_selection (self->evidence, jkb_scope_get_selection (scope));
  if (self->file != NULL)
    show_standing (self);
}

/* ---------------------------------------------------------------- changing */

static void
on_edited_cb (GObject *editor, const char *message, gboolean can_undo, JkbCasePane *self)
{
  g_signal_emit (self, signals[EDITED], 0, message, can_undo);
}

static void
on_open_cb (JkbCaseActions *actions, const char *uri, JkbCasePane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!jkb_compat_open_uri (GTK_WINDOW (root), uri))
    g_signal_emit (self, signals[EDITED], 0, _("This is no address of the web"), FALSE);
}

static void
on_value_entered_cb (JkbCaseSheet *sheet, int field, const char *value, int qualifier,
                     JkbCasePane *self)
{
  jkb_case_actions_enter (self->actions, (JkbField) field, value, (JkbCountQualifier) qualifier);
}

/* ---------------------------------------------------------------- choosing */

static void
on_fact_chosen_cb (JkbCaseSheet *sheet, const JkbCaseFact *fact, JkbCasePane *self)
{
  show_fact (self, fact);
}

static void
on_fact_touched_cb (JkbEvidencePane *evidence, gint64 fact_id, JkbCasePane *self)
{
  jkb_case_pane_choose_fact (self, fact_id);
}

/* The notice keeps the height that it was given; only the first allocation tells where that is. */
static void
on_paned_sized_cb (GtkPaned *paned, GParamSpec *pspec, JkbCasePane *self)
{
  GSettings *settings = jkb_settings_get ();
  int height = settings != NULL ? g_settings_get_int (settings, "text-height") : 300;
  int max;

  g_object_get (paned, "max-position", &max, NULL);
  if (self->is_divided || max <= 0 || max == G_MAXINT
      || gtk_widget_get_height (GTK_WIDGET (paned)) == 0)
    return;
  self->is_divided = TRUE;
  height = MIN (height, gtk_widget_get_height (GTK_WIDGET (paned)) / 2);
  gtk_paned_set_position (paned, gtk_widget_get_height (GTK_WIDGET (paned)) - height);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                   JkbCasePane *self)
{
  if (keyval != GDK_KEY_Escape || self->fact == NULL)
    return GDK_EVENT_PROPAGATE;
  jkb_case_pane_choose_fact (self, 0);
  return GDK_EVENT_STOP;
}

/* ---------------------------------------------------------------- the object */

static void
jkb_case_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JkbCasePane *self = JKB_CASE_PANE (object);

  switch (id)
    {
    case PROP_HAS_BACK:
      g_value_set_boolean (value, gtk_widget_get_visible (self->back_button));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jkb_case_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JkbCasePane *self = JKB_CASE_PANE (object);

  switch (id)
    {
    case PROP_HAS_BACK:
      if (gtk_widget_get_visible (self->back_button) == g_value_get_boolean (value))
        return;
      gtk_widget_set_visible (self->back_button, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jkb_case_pane_dispose (GObject *object)
{
  JkbCasePane *self = JKB_CASE_PANE (object);

  stop_loading (self);
  if (self->stack != NULL)
    drop_file (self);
  g_clear_object (&self->scope);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (jkb_case_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, JkbCasePane, stack);
  gtk_widget_class_bind_template_child (klass, JkbCasePane, failed_page);
  gtk_widget_class_bind_template_child (klass, JkbCasePane, back_button);
  gtk_widget_class_bind_template_child (klass, JkbCasePane, origin);
  gtk_widget_class_bind_template_child (klass, JkbCasePane, review_button);
  gtk_widget_class_bind_template_child (klass, JkbCasePane, case_menu_button);
  gtk_widget_class_bind_template_child (klass, JkbCasePane, paned);
  gtk_widget_class_bind_template_child (klass, JkbCasePane, scrolled);
  gtk_widget_class_bind_template_child (klass, JkbCasePane, top_bar);
  gtk_widget_class_bind_template_child (klass, JkbCasePane, sheet);
  gtk_widget_class_bind_template_child (klass, JkbCasePane, evidence);
}

static void
jkb_case_pane_class_init (JkbCasePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (JKB_TYPE_CASE_SHEET);
  g_type_ensure (JKB_TYPE_EVIDENCE_PANE);
  object_class->get_property = jkb_case_pane_get_property;
  object_class->set_property = jkb_case_pane_set_property;
  object_class->dispose = jkb_case_pane_dispose;
  properties[PROP_HAS_BACK]
      = g_param_spec_boolean ("has-back", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                  | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jikenbo/Jikenbo/case-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_fact_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_value_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_fact_touched_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_paned_sized_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_set_css_name (widget_class, "casepane");
}

static void
jkb_case_pane_init (JkbCasePane *self)
{
  self->actions = jkb_case_actions_new ();
  g_signal_connect_object (self->actions, "edited", G_CALLBACK (on_edited_cb), self, 0);
  g_signal_connect_object (self->actions, "open", G_CALLBACK (on_open_cb), self, 0);
  gtk_widget_init_template (GTK_WIDGET (self));
  jkb_cut_label (self->origin);
  jkb_shrink_labels (self->review_button);
  jkb_evidence_pane_set_actions (self->evidence, self->actions);
}

void
jkb_case_pane_set_scope (JkbCasePane *self, JkbScope *scope)
{
  g_return_if_fail (JKB_IS_CASE_PANE (self));
  g_return_if_fail (self->scope == NULL);

  self->scope = g_object_ref (scope);
  g_signal_connect_object (scope, "notify::case-id", G_CALLBACK (on_case_changed_cb), self, 0);
  g_signal_connect_object (scope, "selection-changed", G_CALLBACK (on_selection_changed_cb), self,
                           0);
  g_signal_connect_object (jkb_scope_get_casebook (scope), "changed",
                           G_CALLBACK (on_casebook_changed_cb), self, 0);
  show_page (self, "none");
}

const JkbCaseFile *
jkb_case_pane_get_file (JkbCasePane *self)
{
  g_return_val_if_fail (JKB_IS_CASE_PANE (self), NULL);

  return self->file;
}

const JkbCaseFact *
jkb_case_pane_get_fact (JkbCasePane *self)
{
  g_return_val_if_fail (JKB_IS_CASE_PANE (self), NULL);

  return self->fact;
}

void
jkb_case_pane_choose_fact (JkbCasePane *self, gint64 fact_id)
{
  g_return_if_fail (JKB_IS_CASE_PANE (self));

  if (self->file == NULL)
    return;
  /* A date that only the text has is in no list; its words are marked all the same. */
  if (jkb_case_sheet_choose_fact (self->sheet, fact_id) && fact_id != 0)
    return;
  if (fact_id == 0)
    show_fact (self, NULL);
  for (guint i = 0; i < self->file->facts->len; i++)
    if (((JkbCaseFact *) self->file->facts->pdata[i])->id == fact_id)
      {
        jkb_case_sheet_choose_fact (self->sheet, 0);
        show_fact (self, self->file->facts->pdata[i]);
      }
}

const JkbCaseFact *
jkb_case_pane_find_unsure (JkbCasePane *self, int step)
{
  g_return_val_if_fail (JKB_IS_CASE_PANE (self), NULL);

  if (self->file == NULL)
    return NULL;
  return jkb_case_sheet_find_unsure (self->sheet, self->fact != NULL ? self->fact->id : 0, step);
}

char *
jkb_case_pane_get_evidence (JkbCasePane *self)
{
  g_return_val_if_fail (JKB_IS_CASE_PANE (self), NULL);

  return jkb_evidence_pane_get_words (self->evidence);
}

void
jkb_case_pane_add_actions (JkbCasePane *self, GActionMap *map)
{
  g_return_if_fail (JKB_IS_CASE_PANE (self));

  jkb_case_actions_add_to (self->actions, map);
}

void
jkb_case_pane_save (JkbCasePane *self)
{
  GSettings *settings = jkb_settings_get ();
  int height;

  g_return_if_fail (JKB_IS_CASE_PANE (self));

  if (settings == NULL || !self->is_divided || !gtk_widget_get_visible (GTK_WIDGET (self->evidence)))
    return;
  height = gtk_widget_get_height (GTK_WIDGET (self->paned)) - gtk_paned_get_position (self->paned);
  g_settings_set_int (settings, "text-height", MAX (height, TEXT_HEIGHT_MIN));
}
