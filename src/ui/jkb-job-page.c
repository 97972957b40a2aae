/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-job-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "frameworks/jkb-job-description.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-columns-layout.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-line.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-toaster.h"

#define MARGIN 12
#define TEXT_WIDTH 760
#define TOOLS_WIDTH 300
#define N_TOOLS 2

enum { LANGUAGE_JA, LANGUAGE_EN };

struct _JkbJobPage
{
  AdwBin parent_instance;

  JkbFrameworks *frameworks;            /* NULL until they are read */
  const JkbRole *role;
  AdwBin *role_place;                   /* the choice is made anew with the frameworks */
  GtkDropDown *role_choice;
  GtkDropDown *language;
  GtkTextView *view;
  GtkStack *stack;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (JkbJobPage, jkb_job_page, ADW_TYPE_BIN)

/* ---- the draft ---- */

/* One step for who takes it back, edits of before included. */
static void
replace_text (JkbJobPage *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static void
draft (JkbJobPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->role != NULL ? "text" : "nothing");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "job.copy", self->role != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "job.save", self->role != NULL);
  if (self->role != NULL)
    {
      gboolean is_japanese = gtk_drop_down_get_selected (self->language) == LANGUAGE_JA;
      g_autoptr(JkbJobDescription) description
          = jkb_job_description_new (self->frameworks, self->role, is_japanese);
      g_autofree char *text = jkb_job_description_print (description);

      replace_text (self, text);
    }
}

static void
on_language_chosen_cb (JkbJobPage *self)
{
  if (!self->is_filling)
    draft (self);
}

static void
on_role_chosen_cb (JkbJobPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->role_choice);

  if (self->is_filling)
    return;
  self->role = selected > 0 && selected != GTK_INVALID_LIST_POSITION
                   ? jkb_frameworks_get_role (self->frameworks, selected - 1) : NULL;
  draft (self);
}

static void
choose (JkbJobPage *self)
{
  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->role_choice, self->role != NULL ? self->role->index + 1 : 0);
  self->is_filling = FALSE;
}

/* What was edited stays when the frameworks change, for as long as its role is there. */
static void
take_frameworks (JkbJobPage *self, JkbFrameworks *frameworks)
{
  JkbFrameworks *old = self->frameworks;
  g_autofree char *name = self->role != NULL ? jkb_reference_name_role (self->role) : NULL;
  GtkWidget *choice = jkb_parts_new_role_choice (frameworks, NULL, _("Choose a role…"));

  self->frameworks = jkb_frameworks_ref (frameworks);
  self->role = name != NULL
                   ? jkb_reference_find_role (jkb_reference_get_default (), name) : NULL;
  self->role_choice = GTK_DROP_DOWN (choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Role of the job"), -1);
  adw_bin_set_child (self->role_place, choice);
  choose (self);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_role_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->role == NULL)
    draft (self);
  g_clear_pointer (&old, jkb_frameworks_unref);
}

static void
on_reference_changed_cb (JkbJobPage *self)
{
  JkbFrameworks *frameworks = jkb_reference_get_frameworks (jkb_reference_get_default ());

  if (frameworks != NULL && frameworks != self->frameworks)
    take_frameworks (self, frameworks);
}

/* ---- taking it away ---- */

static void
tell (JkbJobPage *self, const char *words)
{
  JkbToaster *toaster = jkb_toaster_find (GTK_WIDGET (self));

  if (toaster != NULL)
    jkb_toaster_say (toaster, words);
  jkb_compat_announce (GTK_WIDGET (self), words);
}

static void
on_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *text = jkb_job_page_get_text (JKB_JOB_PAGE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  tell (JKB_JOB_PAGE (widget), _("Text copied"));
}

static void
on_place_chosen (GListModel *files, gpointer user_data)
{
  JkbJobPage *self = user_data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *words = NULL;
  g_autoptr(GError) error = NULL;

  if (jkb_job_page_write (self, file, &error))
    /* Translators: %s is the name of a file */
    words = g_strdup_printf (_("Saved as %s"), shown);
  else
    /* Translators: %s is why, from the system */
    words = g_strdup_printf (_("Not saved: %s"), error->message);
  tell (self, words);
}

static void
on_save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jkb_compat_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save"),
                        "job-description.txt", on_place_chosen, G_OBJECT (widget));
}

/* ---- building ---- */

static GtkWidget *
make_language (JkbJobPage *self)
{
  /* Languages are called by their own names. */
  static const char *const names[] = { "日本語", "English", NULL };
  GtkWidget *choice = gtk_drop_down_new_from_strings (names);

  self->language = GTK_DROP_DOWN (choice);
  gtk_drop_down_set_selected (self->language, strcmp (jkb_label_pick ("en", "ja"), "ja") == 0
                                                  ? LANGUAGE_JA : LANGUAGE_EN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Language of the description"), -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_language_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (choice, TRUE);
  return choice;
}

static GtkWidget *
make_tools (JkbJobPage *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *buttons = jkb_line_new ();
  GtkWidget *take = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, JKB_PARTS_SPACING);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_("_Copy"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save…"));

  gtk_widget_set_layout_manager (tools, jkb_columns_layout_new (TOOLS_WIDTH, N_TOOLS,
                                                                JKB_PARTS_SPACING));
  self->role_place = ADW_BIN (adw_bin_new ());
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "job.copy");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "job.save");
  gtk_box_append (GTK_BOX (buttons), make_language (self));
  gtk_box_append (GTK_BOX (take), copy);
  gtk_box_append (GTK_BOX (take), save);
  gtk_box_append (GTK_BOX (buttons), take);
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->role_place));
  gtk_box_append (GTK_BOX (tools), buttons);
  return tools;
}

static GtkWidget *
make_text (JkbJobPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (self->view, MARGIN);
  gtk_text_view_set_right_margin (self->view, MARGIN);
  gtk_text_view_set_top_margin (self->view, MARGIN);
  gtk_text_view_set_bottom_margin (self->view, MARGIN);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Job Description"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "job-text");
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  return scrolled;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-edit-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Role Chosen"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _("Choose a role above. A description is drafted from its summary, its parts in incidents and "
        "what was imported, each with its source, for you to edit."));
  return page;
}

static void
jkb_job_page_finalize (GObject *object)
{
  g_clear_pointer (&JKB_JOB_PAGE (object)->frameworks, jkb_frameworks_unref);
  G_OBJECT_CLASS (jkb_job_page_parent_class)->finalize (object);
}

static void
jkb_job_page_class_init (JkbJobPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jkb_job_page_finalize;
  gtk_widget_class_install_action (widget_class, "job.copy", NULL, on_copy_cb);
  gtk_widget_class_install_action (widget_class, "job.save", NULL, on_save_cb);
}

static void
jkb_job_page_init (JkbJobPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING);

  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, make_nothing (), "nothing");
  gtk_stack_add_named (self->stack, make_text (self), "text");
  gtk_box_append (GTK_BOX (box), make_tools (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), TEXT_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_bin_set_child (ADW_BIN (self), clamp);
  g_signal_connect_object (jkb_reference_get_default (), "changed",
                           G_CALLBACK (on_reference_changed_cb), self, G_CONNECT_SWAPPED);
  draft (self);
  on_reference_changed_cb (self);
}

GtkWidget *
jkb_job_page_new (void)
{
  return g_object_new (JKB_TYPE_JOB_PAGE, NULL);
}

void
jkb_job_page_set_role (JkbJobPage *self, const JkbRole *role)
{
  g_return_if_fail (JKB_IS_JOB_PAGE (self));

  if (self->frameworks == NULL)
    return;
  self->role = role;
  choose (self);
  draft (self);
}

void
jkb_job_page_set_language (JkbJobPage *self, gboolean is_japanese)
{
  g_return_if_fail (JKB_IS_JOB_PAGE (self));

  gtk_drop_down_set_selected (self->language, is_japanese ? LANGUAGE_JA : LANGUAGE_EN);
}

char *
jkb_job_page_get_text (JkbJobPage *self)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  g_return_val_if_fail (JKB_IS_JOB_PAGE (self), NULL);

  if (self->role == NULL)
    return g_strdup ("");
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

gboolean
jkb_job_page_write (JkbJobPage *self, GFile *file, GError **error)
{
  g_autofree char *text = jkb_job_page_get_text (self);

  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  NULL, error);
}
