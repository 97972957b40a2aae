/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-role-guide.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/jkb-date.h"
#include "frameworks/jkb-framework-guide.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-columns-layout.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-reading-box.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-shrink.h"

#define CARD_WIDTH 260
#define N_CARDS_MAX 4

struct _JkbRoleGuide
{
  AdwBin parent_instance;

  GtkDropDown *choice;
  GtkBox *cards;
};

G_DEFINE_FINAL_TYPE (JkbRoleGuide, jkb_role_guide, ADW_TYPE_BIN)

static const char *
word_reader (JkbGuideTopic reader)
{
  switch (reader)
    {
    case JKB_GUIDE_EMPLOYER:
      return _("Employers");
    case JKB_GUIDE_JOB_SEEKER:
      return _("People looking for work");
    case JKB_GUIDE_EDUCATOR:
      return _("People who teach");
    case JKB_GUIDE_RECRUITER:
      return _("Recruiters");
    case JKB_GUIDE_VENDOR:
      return _("Vendors of courses and tools");
    case JKB_GUIDE_USE:
    case JKB_GUIDE_LANGUAGE:
    case JKB_GUIDE_ARTICLE:
    case JKB_N_GUIDE_TOPICS:
      break;
    }
  return _("Everybody");
}

static const char *
word_fit (int fit)
{
  if (fit >= JKB_GUIDE_FIT_MAX)
    return _("A good first choice");
  return fit == 2 ? _("Worth having beside it") : _("Of little help here");
}

static JkbGuideTopic
get_reader (JkbRoleGuide *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION
             ? JKB_GUIDE_USE
             : (JkbGuideTopic) (JKB_GUIDE_FIRST_READER + selected - 1);
}

static void
add_advice (GtkBox *box, const JkbAdvice *advice)
{
  jkb_parts_add_text (box, jkb_reference_label (&advice->text), NULL);
  if (advice->source_url != NULL)
    jkb_parts_add_link (box, _("Source of the facts"), advice->source_url);
  else
    jkb_parts_add_text (box, _("Our own judgement"), "caption");
}

static void
add_fit (GtkBox *box, const JkbAdvice *advice)
{
  g_autofree char *dotted
      = g_strdup_printf ("%s %s", jkb_reference_dots (advice->fit), word_fit (advice->fit));

  jkb_parts_add_heading (box, word_reader (advice->topic));
  jkb_parts_add_text (box, dotted, NULL);
  add_advice (box, advice);
}

/* Numbers are those of the roles that are here. */
static void
add_editions (GtkBox *box, JkbFrameworks *frameworks, const JkbFramework *current)
{
  const GPtrArray *all = jkb_frameworks_get_all (frameworks);

  for (guint i = 0; i < all->len; i++)
    {
      const JkbFramework *framework = g_ptr_array_index (all, i);
      g_autofree char *size = jkb_reference_count_units (current, framework->roles->len);
      g_autofree char *edition
          = g_strdup_printf (framework->is_current ? C_("edition", "Edition %s, the current one")
                                                   : C_("edition", "Edition %s"),
                             framework->edition);

      if (strcmp (framework->id, current->id) == 0)
        jkb_parts_add_pair (box, edition, size);
    }
}

static void
add_facts (GtkBox *box, JkbFrameworks *frameworks, const JkbFramework *framework)
{
  const JkbAdvice *language
      = jkb_frameworks_advice (frameworks, framework->id, JKB_GUIDE_LANGUAGE);
  const JkbAdvice *article = jkb_frameworks_advice (frameworks, framework->id, JKB_GUIDE_ARTICLE);
  JkbDate date;

  jkb_parts_add_heading (box, _("Size and Editions"));
  add_editions (box, frameworks, framework);
  jkb_parts_add_heading (box, _("Publisher"));
  jkb_parts_add_text (box, jkb_reference_label (&framework->publisher), NULL);
  if (jkb_date_parse (framework->published, &date, NULL))
    {
      g_autofree char *published = jkb_label_date (date);

      jkb_parts_add_pair (box, _("Published"), published);
    }
  jkb_parts_add_heading (box, _("Language"));
  jkb_parts_add_text (box, jkb_reference_label (&language->text), NULL);
  jkb_parts_add_heading (box, _("As an Article of 2023 Had It"));
  jkb_parts_add_text (box, jkb_reference_label (&article->text), NULL);
  jkb_parts_add_heading (box, _("Licence"));
  jkb_parts_add_text (box, jkb_reference_label (&framework->licence), NULL);
  jkb_parts_add_link (box, _("Publisher’s Page"), framework->link);
}

static void
add_roles_button (GtkBox *box, const JkbFramework *framework)
{
  g_autofree char *title = jkb_reference_title (framework);
  /* Translators: %s is a framework with its edition, as “NICE 2.2.0” */
  g_autofree char *words = g_strdup_printf (_("Show the Roles of %s"), title);
  GtkWidget *button = gtk_button_new_with_label (words);
  g_autofree char *edition = g_strdup_printf ("%s/%s", framework->id, framework->edition);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", edition);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-edition");
  gtk_widget_set_margin_top (button, JKB_PARTS_SPACING);
  gtk_box_append (box, button);
}

static GtkWidget *
make_card (JkbFrameworks *frameworks, const JkbFramework *framework, JkbGuideTopic reader)
{
  GtkWidget *card = adw_bin_new ();
  GtkBox *box = jkb_parts_new_box ();
  g_autofree char *title = jkb_reference_title (framework);

  jkb_parts_add_text (box, title, "title-3");
  jkb_parts_add_text (box, jkb_reference_label (&framework->name), "dim-label");
  if (reader >= JKB_GUIDE_FIRST_READER)
    add_fit (box, jkb_frameworks_advice (frameworks, framework->id, reader));
  jkb_parts_add_heading (box, _("Good For"));
  add_advice (box, jkb_frameworks_advice (frameworks, framework->id, JKB_GUIDE_USE));
  add_facts (box, frameworks, framework);
  add_roles_button (box, framework);
  adw_bin_set_child (ADW_BIN (card), GTK_WIDGET (box));
  gtk_widget_add_css_class (card, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return card;
}

static void
show_cards (JkbRoleGuide *self)
{
  JkbFrameworks *frameworks = jkb_reference_get_frameworks (jkb_reference_get_default ());
  JkbGuideTopic reader = get_reader (self);
  g_autoptr(GPtrArray) found = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
  if (frameworks == NULL)
    return;
  found = jkb_frameworks_guide (frameworks, reader);
  for (guint i = 0; i < found->len; i++)
    gtk_box_append (self->cards, make_card (frameworks, g_ptr_array_index (found, i), reader));
}

static GtkWidget *
make_choice (JkbRoleGuide *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING);
  GtkStringList *readers = gtk_string_list_new (NULL);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("For _whom:"));

  gtk_string_list_append (readers, word_reader (JKB_GUIDE_USE));
  for (int reader = JKB_GUIDE_FIRST_READER; reader < JKB_N_GUIDE_TOPICS; reader++)
    gtk_string_list_append (readers, word_reader ((JkbGuideTopic) reader));
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (readers), NULL));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_halign (GTK_WIDGET (self->choice), GTK_ALIGN_START);
  jkb_shrink_choice (self->choice);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("For Whom"), -1);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (show_cards), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->choice));
  return row;
}

static void
jkb_role_guide_class_init (JkbRoleGuideClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "roleguide");
}

static void
jkb_role_guide_init (JkbRoleGuide *self)
{
  GtkBox *box;
  GtkWidget *scrolled = jkb_parts_new_page (&box);

  jkb_parts_add_text (box,
                      _("Frameworks are made for different readers. Choose who you are: the framework "
                        "that suits you best comes first. What is said here is in our own words."),
                      NULL);
  gtk_box_append (box, make_choice (self));
  self->cards = GTK_BOX (jkb_reading_box_new (jkb_columns_layout_new (CARD_WIDTH, N_CARDS_MAX, 2 * JKB_PARTS_SPACING)));
  gtk_widget_set_margin_top (GTK_WIDGET (self->cards), JKB_PARTS_SPACING);
  gtk_box_append (box, GTK_WIDGET (self->cards));
  adw_bin_set_child (ADW_BIN (self), scrolled);
  jkb_parts_show_in (GTK_WIDGET (self), G_CALLBACK (show_cards));
}

GtkWidget *
jkb_role_guide_new (void)
{
  return g_object_new (JKB_TYPE_ROLE_GUIDE, NULL);
}

void
jkb_role_guide_choose (JkbRoleGuide *self, int reader)
{
  g_return_if_fail (JKB_IS_ROLE_GUIDE (self));

  gtk_drop_down_set_selected (self->choice,
                              reader >= JKB_GUIDE_FIRST_READER
                                  ? (guint) (reader - JKB_GUIDE_FIRST_READER + 1)
                                  : 0);
}
