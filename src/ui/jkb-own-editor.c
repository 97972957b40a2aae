/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-own-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "frameworks/jkb-frameworks-own.h"
#include "frameworks/jkb-own-changes.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-dialog-size.h"
#include "ui/jkb-framework-row.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-shrink.h"

#define MARGIN 12
#define N_ENTRIES 8

/* Entries of the form for a role, in this order; those of a part use the last two. */
enum { E_EDITION, E_ID, E_NAME_JA, E_NAME_EN, E_CATEGORY_JA, E_CATEGORY_EN, E_TEXT_JA, E_TEXT_EN };

struct _JkbOwnEditor
{
  AdwWindow parent_instance;

  JkbFrameworks *frameworks;            /* keeps the rest alive */
  const JkbRole *role;                  /* NULL for a new one */
  JkbOwnKind kind;                      /* JKB_OWN_NAME for all words of a role */
  JkbSubject subject;
  AdwPreferencesGroup *group;
  GtkLabel *complaint;
  GtkWidget *save_button;
  JkbFrameworkRow *framework;           /* of a new role, else NULL */
  char *framework_id;                   /* that of the change that is made */
  GtkEditable *entries[N_ENTRIES];      /* those of the form; others are NULL */
  AdwComboRow *phase;
  AdwComboRow *choice;                  /* a weight from 0, or a relation after “not related” */
  GtkDropDown *other;
  gboolean is_closed;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbOwnEditor, jkb_own_editor, ADW_TYPE_WINDOW)

/* ---- saving ---- */

static void
complain (JkbOwnEditor *self, const char *reason)
{
  gtk_label_set_text (self->complaint, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), TRUE);
  gtk_widget_set_sensitive (self->save_button, TRUE);
  jkb_compat_announce (GTK_WIDGET (self), reason);
}

static const char *
get_entry (JkbOwnEditor *self, int entry)
{
  return self->entries[entry] != NULL ? gtk_editable_get_text (self->entries[entry]) : "";
}

static JkbOwnChange
begin_change (JkbOwnEditor *self, JkbOwnKind kind)
{
  const JkbRole *role = self->role;

  g_free (self->framework_id);
  self->framework_id = role != NULL ? g_strdup (role->framework->id) : jkb_framework_row_dup (self->framework);
  return (JkbOwnChange){
    .kind = kind,
    .framework = self->framework_id,
    .edition = (char *) (role != NULL ? role->framework->edition : get_entry (self, E_EDITION)),
    .role_id = (char *) (role != NULL ? role->id : get_entry (self, E_ID)),
  };
}

static void
set_part (JkbOwnEditor *self, GPtrArray *changes)
{
  JkbOwnChange change = begin_change (self, JKB_OWN_PART);
  guint phase = adw_combo_row_get_selected (self->phase);
  g_autofree char *other = g_strdup_printf ("%s/%s", jkb_subject_nick (self->subject),
                                            jkb_word_nick (JKB_WORDS_PHASE, (int) phase));
  g_autofree char *value = g_strdup_printf ("%u", adw_combo_row_get_selected (self->choice));

  change.other = other;
  change.value = value;
  change.text.en = (char *) get_entry (self, E_TEXT_EN);
  change.text.ja = (char *) get_entry (self, E_TEXT_JA);
  jkb_own_changes_set (changes, &change);
}

static void
set_relation (JkbOwnEditor *self, GPtrArray *changes)
{
  JkbOwnChange change = begin_change (self, JKB_OWN_RELATION);
  guint selected = gtk_drop_down_get_selected (self->other);
  guint relation = adw_combo_row_get_selected (self->choice);
  guint index = selected + (selected >= self->role->index);
  g_autofree char *other
      = jkb_reference_name_role (jkb_frameworks_get_role (self->frameworks, index));

  change.other = other;
  change.value = (char *) (relation == 0 ? "none" : jkb_relation_nick (relation - 1));
  jkb_own_changes_set (changes, &change);
}

/* Only words that differ from those of now are a change. */
static void
set_text (JkbOwnEditor *self, GPtrArray *changes, JkbOwnKind kind, int entry_ja,
          const JkbFrameworkText *now)
{
  JkbOwnChange change = begin_change (self, kind);
  const char *ja = get_entry (self, entry_ja);
  const char *en = get_entry (self, entry_ja + 1);

  change.text.ja = (char *) (now == NULL || strcmp (ja, now->ja) != 0 ? ja : "");
  change.text.en = (char *) (now == NULL || strcmp (en, now->en) != 0 ? en : "");
  if (*change.text.ja != '\0' || *change.text.en != '\0')
    jkb_own_changes_set (changes, &change);
}

static gboolean
is_new_role_whole (JkbOwnEditor *self)
{
  g_autofree char *framework = jkb_framework_row_dup (self->framework);

  return *framework != '\0' && *get_entry (self, E_ID) != '\0'
         && (*get_entry (self, E_NAME_JA) != '\0' || *get_entry (self, E_NAME_EN) != '\0');
}

static gboolean
set_words (JkbOwnEditor *self, GPtrArray *changes)
{
  const JkbRole *role = self->role;

  if (role == NULL && !is_new_role_whole (self))
    return FALSE;
  set_text (self, changes, JKB_OWN_NAME, E_NAME_JA, role != NULL ? &role->name : NULL);
  set_text (self, changes, JKB_OWN_CATEGORY, E_CATEGORY_JA, role != NULL ? &role->category : NULL);
  set_text (self, changes, JKB_OWN_SUMMARY, E_TEXT_JA, role != NULL ? &role->summary : NULL);
  return TRUE;
}

static void
on_saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbOwnEditor) self = user_data;
  g_autoptr(GError) error = NULL;

  if (jkb_reference_swap_finish (JKB_REFERENCE (object), result, &error))
    {
      g_signal_emit (self, signals[SAVED], 0);
      if (!self->is_closed)
        gtk_window_close (GTK_WINDOW (self));
    }
  else if (!self->is_closed)
    complain (self, error->message);
}

/* A copy of the changes as they stand now, whatever this dialog was opened with. */
static GPtrArray *
copy_changes (void)
{
  JkbFrameworks *frameworks = jkb_reference_get_frameworks (jkb_reference_get_default ());
  const GPtrArray *now = frameworks != NULL ? jkb_frameworks_own_changes (frameworks) : NULL;
  GPtrArray *copy = now != NULL ? jkb_own_changes_new () : NULL;

  for (guint i = 0; now != NULL && i < now->len; i++)
    jkb_own_changes_set (copy, g_ptr_array_index (now, i));
  return copy;
}

static void
on_save_clicked_cb (GtkButton *button, JkbOwnEditor *self)
{
  g_autoptr(GPtrArray) changes = copy_changes ();
  g_autoptr(GBytes) contents = NULL;
  char *text;

  /* A table that cannot be read must not be written over. */
  if (changes == NULL)
    {
      complain (self, _("Your own changes cannot be read, so nothing can be added to them."));
      return;
    }
  if (self->kind == JKB_OWN_PART)
    set_part (self, changes);
  else if (self->kind == JKB_OWN_RELATION)
    set_relation (self, changes);
  else if (!set_words (self, changes))
    {
      complain (self, _("Framework, identifier and a name are needed."));
      return;
    }
  text = jkb_own_changes_print (changes);
  contents = g_bytes_new_take (text, strlen (text));
  gtk_widget_set_sensitive (self->save_button, FALSE);
  jkb_reference_swap_async (jkb_reference_get_default (), JKB_OWN_CHANGES, contents, on_saved_cb,
                            g_object_ref (self));
}

/* ---- forms ---- */

static void
add_entry (JkbOwnEditor *self, int entry, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_tooltip_text (row, title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_preferences_group_add (self->group, row);
  self->entries[entry] = GTK_EDITABLE (row);
}

static AdwComboRow *
add_combo (JkbOwnEditor *self, const char *title, GtkStringList *model)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  jkb_shrink_combo_row (ADW_COMBO_ROW (row));
  adw_preferences_group_add (self->group, row);
  return ADW_COMBO_ROW (row);
}

static const JkbAssignment *
find_part (JkbOwnEditor *self, int phase)
{
  g_autoptr(GPtrArray) cell
      = jkb_frameworks_cell (self->frameworks, self->subject, self->role);

  for (guint i = 0; i < cell->len; i++)
    {
      const JkbAssignment *part = g_ptr_array_index (cell, i);

      if ((int) part->phase == phase)
        return part;
    }
  return NULL;
}

static void
on_phase_changed_cb (JkbOwnEditor *self)
{
  const JkbAssignment *part = find_part (self, (int) adw_combo_row_get_selected (self->phase));

  adw_combo_row_set_selected (self->choice, part != NULL ? (guint) part->weight : 0);
  gtk_editable_set_text (self->entries[E_TEXT_JA], part != NULL ? part->reason.ja : "");
  gtk_editable_set_text (self->entries[E_TEXT_EN], part != NULL ? part->reason.en : "");
}

static gboolean
on_close_cb (JkbOwnEditor *self)
{
  self->is_closed = TRUE;
  return GDK_EVENT_PROPAGATE;
}

static GtkWidget *
make_header (JkbOwnEditor *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->save_button = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (on_save_clicked_cb), self, 0);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  jkb_shrink_title (ADW_HEADER_BAR (header), GTK_WINDOW (self));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  jkb_cut_button (GTK_BUTTON (cancel));
  jkb_cut_button (GTK_BUTTON (self->save_button));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save_button);
  return header;
}

static void
add_escape (JkbOwnEditor *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
jkb_own_editor_finalize (GObject *object)
{
  JkbOwnEditor *self = JKB_OWN_EDITOR (object);

  g_clear_pointer (&self->frameworks, jkb_frameworks_unref);
  g_free (self->framework_id);
  G_OBJECT_CLASS (jkb_own_editor_parent_class)->finalize (object);
}

static void
jkb_own_editor_class_init (JkbOwnEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_own_editor_finalize;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
jkb_own_editor_init (JkbOwnEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->complaint = GTK_LABEL (jkb_wrapped_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->complaint), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), FALSE);
  gtk_widget_set_margin_start (inner, MARGIN);
  gtk_widget_set_margin_end (inner, MARGIN);
  gtk_widget_set_margin_top (inner, MARGIN);
  gtk_widget_set_margin_bottom (inner, MARGIN);
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->complaint));
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->group));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), inner);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  add_escape (self);
  gtk_window_set_default_size (GTK_WINDOW (self), 600, 560);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 280);
  g_signal_connect (self, "close-request", G_CALLBACK (on_close_cb), NULL);
  jkb_compat_let_parent_go (GTK_WINDOW (self));
}

static JkbOwnEditor *
new_editor (GtkWindow *parent, JkbFrameworks *frameworks, const JkbRole *role, JkbOwnKind kind,
            const char *title)
{
  JkbOwnEditor *self
      = g_object_new (JKB_TYPE_OWN_EDITOR, "transient-for", parent, "modal", TRUE,
                      "destroy-with-parent", TRUE, "title", title, NULL);

  jkb_fit_dialog (GTK_WINDOW (self));
  self->frameworks = jkb_frameworks_ref (frameworks);
  self->role = role;
  self->kind = kind;
  if (role != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (jkb_reference_label (&role->name), -1);

      adw_preferences_group_set_title (self->group, escaped);
    }
  return self;
}

JkbOwnEditor *
jkb_own_editor_new_part (GtkWindow *parent, JkbFrameworks *frameworks, const JkbRole *role,
                         JkbSubject subject)
{
  JkbOwnEditor *self
      = new_editor (parent, frameworks, role, JKB_OWN_PART, _("Part in an Incident"));
  g_autoptr(GtkStringList) phases = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) weights = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) cell = jkb_frameworks_cell (frameworks, subject, role);

  self->subject = subject;
  adw_preferences_group_set_description (self->group, jkb_reference_label_subject (subject));
  for (int phase = 0; phase < JKB_N_PHASES; phase++)
    gtk_string_list_append (phases, jkb_label (JKB_WORDS_PHASE, phase));
  gtk_string_list_append (weights, C_("role", "Has no part"));
  for (int weight = 1; weight <= JKB_WEIGHT_LEAD; weight++)
    gtk_string_list_append (weights, jkb_reference_label_weight (weight));
  self->phase = add_combo (self, _("Phase of the Work"), phases);
  self->choice = add_combo (self, _("How Much It Does"), weights);
  add_entry (self, E_TEXT_JA, _("Reason in Japanese"), "");
  add_entry (self, E_TEXT_EN, _("Reason in English"), "");
  g_signal_connect_object (self->phase, "notify::selected", G_CALLBACK (on_phase_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (cell->len > 0)
    adw_combo_row_set_selected (self->phase,
                                ((const JkbAssignment *) g_ptr_array_index (cell, 0))->phase);
  on_phase_changed_cb (self);
  return self;
}

JkbOwnEditor *
jkb_own_editor_new_relation (GtkWindow *parent, JkbFrameworks *frameworks, const JkbRole *role)
{
  JkbOwnEditor *self
      = new_editor (parent, frameworks, role, JKB_OWN_RELATION, _("Relation to Another Role"));
  g_autoptr(GtkStringList) relations = gtk_string_list_new (NULL);
  GtkWidget *drop_down = jkb_parts_new_role_choice (frameworks, role, NULL);
  GtkWidget *row = adw_preferences_row_new ();

  self->other = GTK_DROP_DOWN (drop_down);
  gtk_widget_set_margin_start (drop_down, MARGIN);
  gtk_widget_set_margin_end (drop_down, MARGIN);
  gtk_widget_set_margin_top (drop_down, MARGIN);
  gtk_widget_set_margin_bottom (drop_down, MARGIN);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), drop_down);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_preferences_group_add (self->group, row);
  gtk_string_list_append (relations, _("Not related"));
  for (int relation = 0; relation < JKB_N_RELATIONS; relation++)
    gtk_string_list_append (relations, jkb_reference_label_relation (relation));
  self->choice = add_combo (self, _("How near it is"), relations);
  adw_combo_row_set_selected (self->choice, JKB_RELATION_CLOSE + 1);
  return self;
}

JkbOwnEditor *
jkb_own_editor_new_role (GtkWindow *parent, JkbFrameworks *frameworks, const JkbRole *role)
{
  static const JkbFrameworkText none = { "", "" };
  JkbOwnEditor *self = new_editor (parent, frameworks, role, JKB_OWN_NAME,
                                   role != NULL ? _("Words of a Role") : _("Add a Role"));
  const JkbFrameworkText *name = role != NULL ? &role->name : &none;
  const JkbFrameworkText *category = role != NULL ? &role->category : &none;
  const JkbFrameworkText *summary = role != NULL ? &role->summary : &none;

  if (role == NULL)
    {
      self->framework = jkb_framework_row_new (self->group);
      add_entry (self, E_EDITION, _("Edition"), "");
      add_entry (self, E_ID, _("Identifier"), "");
    }
  add_entry (self, E_NAME_JA, _("Name in Japanese"), name->ja);
  add_entry (self, E_NAME_EN, _("Name in English"), name->en);
  add_entry (self, E_CATEGORY_JA, _("Category in Japanese"), category->ja);
  add_entry (self, E_CATEGORY_EN, _("Category in English"), category->en);
  add_entry (self, E_TEXT_JA, _("What it does, in Japanese"), summary->ja);
  add_entry (self, E_TEXT_EN, _("What it does, in English"), summary->en);
  return self;
}
