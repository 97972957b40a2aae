/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-coverage-board.h"

#include <glib/gi18n-lib.h>

#include "summary/jkb-filter-words.h"
#include "ui/jkb-columns-layout.h"
#include "ui/jkb-framework-choice.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-print-take.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-ticks.h"
#include "ui/jkb-settings.h"
#include "ui/jkb-shrink.h"
#include "ui/jkb-split.h"

#define TEXT_WIDTH 760
#define TICKS_WIDTH 380
#define TICKS_MARGIN 12
#define TOOLS_WIDTH 280
#define N_TOOLS 2

struct _JkbCoverageBoard
{
  AdwBin parent_instance;

  JkbScope *scope;
  JkbFrameworks *frameworks;            /* NULL until they are read */
  JkbCoverageResult *result;            /* NULL while nothing is ticked */
  JkbSplit *split;
  JkbRoleTicks *ticks;
  GtkStack *stack;                      /* nothing ticked, or what the board says */
  GtkDropDown *choice;                  /* whose work is looked at */
  GtkLabel *summary;
  GtkLabel *basis;
  GtkBox *share;                        /* the same as a bar */
  GtkStack *pages;                      /* gaps, plan */
  GtkBox *gaps;
  GtkBox *plan;
  GtkWidget *tick_buttons[2];           /* lead to the ticks while there is no room for them */
  GtkWidget *back_button;
  gboolean is_stale;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (JkbCoverageBoard, jkb_coverage_board, ADW_TYPE_BIN)

/* ---- what it says ---- */

/* Unless a person has chosen one: the edition of what was ticked first. */
static const JkbFramework *
get_framework (JkbCoverageBoard *self, const GPtrArray *held)
{
  const JkbFramework *chosen = jkb_framework_choice_get (self->choice, self->frameworks);

  return chosen != NULL ? chosen : ((const JkbRole *) g_ptr_array_index (held, 0))->framework;
}

static void
show_result (JkbCoverageBoard *self)
{
  g_autofree char *summary = jkb_coverage_words_summary (self->result);
  g_autofree char *basis = jkb_coverage_words_basis (self->result);

  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->basis, basis);
  jkb_parts_clear (self->share);
  jkb_parts_add_share (self->share, jkb_coverage_words_share (self->result), summary);
  jkb_coverage_words_fill_gaps (self->gaps, self->result);
  jkb_coverage_words_fill_plan (self->plan, self->result);
}

static void
show (JkbCoverageBoard *self)
{
  g_autoptr(GPtrArray) held = NULL;

  self->is_stale = FALSE;
  if (self->frameworks == NULL)
    return;
  held = jkb_role_ticks_list_roles (self->ticks);
  g_clear_pointer (&self->result, jkb_coverage_result_free);
  if (held->len > 0)
    {
      const JkbFramework *framework = get_framework (self, held);
      JkbSelection *selection
          = self->scope != NULL ? jkb_scope_get_selection (self->scope) : NULL;
      char *filter = self->scope != NULL
                         ? jkb_filter_all_words (jkb_scope_get_filter (self->scope)) : NULL;

      self->result = jkb_coverage_result_new (self->frameworks, framework,
                                              g_steal_pointer (&held), selection, filter);
      show_result (self);
    }
  gtk_stack_set_visible_child_name (self->stack, self->result != NULL ? "result" : "nothing");
}

/* While another page is shown, filters change without any work here. */
static void
show_when_seen (JkbCoverageBoard *self)
{
  self->is_stale = TRUE;
  if (!self->is_filling && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

static void
jkb_coverage_board_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jkb_coverage_board_parent_class)->map (widget);
  if (JKB_COVERAGE_BOARD (widget)->is_stale)
    show (JKB_COVERAGE_BOARD (widget));
}

/* ---- what is remembered ---- */

static void
on_ticked_cb (JkbCoverageBoard *self)
{
  GSettings *settings = jkb_settings_get ();
  g_auto(GStrv) names = jkb_role_ticks_list_names (self->ticks);

  if (settings != NULL)
    g_settings_set_strv (settings, "held-roles", (const char *const *) names);
  show_when_seen (self);
}

static void
recall_ticks (JkbCoverageBoard *self)
{
  GSettings *settings = jkb_settings_get ();
  g_auto(GStrv) names = settings != NULL ? g_settings_get_strv (settings, "held-roles") : NULL;

  if (names != NULL)
    jkb_role_ticks_set_names (self->ticks, (const char *const *) names);
}

static void
on_framework_chosen_cb (JkbCoverageBoard *self)
{
  GSettings *settings = jkb_settings_get ();
  const JkbFramework *chosen;
  g_autofree char *edition = NULL;

  if (self->is_filling || self->frameworks == NULL)
    return;
  chosen = jkb_framework_choice_get (self->choice, self->frameworks);
  edition = chosen != NULL ? g_strdup_printf ("%s/%s", chosen->id, chosen->edition) : g_strdup ("");
  if (settings != NULL)
    g_settings_set_string (settings, "coverage-edition", edition);
  show_when_seen (self);
}

static void
take_frameworks (JkbCoverageBoard *self, JkbFrameworks *frameworks)
{
  GSettings *settings = jkb_settings_get ();
  g_autofree char *edition
      = settings != NULL ? g_settings_get_string (settings, "coverage-edition") : NULL;
  JkbFrameworks *old = self->frameworks;

  g_clear_pointer (&self->result, jkb_coverage_result_free);
  self->frameworks = jkb_frameworks_ref (frameworks);
  self->is_filling = TRUE;
  jkb_framework_choice_fill (self->choice, frameworks, _("Framework of the First Role Ticked"));
  gtk_drop_down_set_selected (self->choice, jkb_framework_choice_find (frameworks, edition));
  jkb_role_ticks_set_frameworks (self->ticks, frameworks);
  self->is_filling = FALSE;
  g_clear_pointer (&old, jkb_frameworks_unref);
  show_when_seen (self);
}

static void
on_reference_changed_cb (JkbCoverageBoard *self)
{
  JkbFrameworks *frameworks = jkb_reference_get_frameworks (jkb_reference_get_default ());

  if (frameworks != NULL && frameworks != self->frameworks)
    take_frameworks (self, frameworks);
}

/* ---- taking it away ---- */

static void
on_print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JkbCoverageBoard *self = JKB_COVERAGE_BOARD (widget);

  if (self->result != NULL)
    jkb_print_take_print (widget, jkb_coverage_words_new_print (self->result));
}

static void
on_save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JkbCoverageBoard *self = JKB_COVERAGE_BOARD (widget);
  g_autofree char *table = NULL;
  g_autofree char *name = NULL;

  if (self->result == NULL)
    return;
  table = jkb_training_plan_print (self->result->steps, self->result->cells);
  name = g_strconcat ("training-plan.", g_variant_get_string (parameter, NULL), NULL);
  jkb_print_take_save (widget, jkb_coverage_words_new_print (self->result), table, name);
}

static void
on_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JkbCoverageBoard *self = JKB_COVERAGE_BOARD (widget);

  if (self->result != NULL)
    jkb_print_take_copy (widget, jkb_coverage_words_new_print (self->result));
}

static void
on_page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_stack_set_visible_child_name (JKB_COVERAGE_BOARD (widget)->pages,
                                    g_variant_get_string (parameter, NULL));
}

/* ---- room ---- */

static void
on_folded_changed_cb (JkbCoverageBoard *self)
{
  gboolean is_folded = jkb_split_get_folded (self->split);

  for (gsize i = 0; i < G_N_ELEMENTS (self->tick_buttons); i++)
    gtk_widget_set_visible (self->tick_buttons[i], is_folded);
  gtk_widget_set_visible (self->back_button, is_folded);
}

static void
on_ticks_wanted_cb (JkbCoverageBoard *self)
{
  jkb_split_set_show_pane (self->split, TRUE);
}

static void
on_back_clicked_cb (JkbCoverageBoard *self)
{
  jkb_split_set_show_pane (self->split, FALSE);
}

/* ---- building ---- */

static GtkWidget *
make_tick_button (JkbCoverageBoard *self, gsize index)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Tick Roles"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_ticks_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  self->tick_buttons[index] = button;
  return button;
}

static GtkWidget *
make_nothing (JkbCoverageBoard *self)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Roles Ticked"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _("Tick the roles that your organisation has. Then this page says for which phases of which "
        "incidents there is nobody, and whom to train next."));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), make_tick_button (self, 0));
  return page;
}

static GtkWidget *
make_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Print…"), "coverage.print");
  g_menu_append (menu, _("Save as P_DF…"), "coverage.save::pdf");
  g_menu_append (menu, _("Save as _Text…"), "coverage.save::txt");
  g_menu_append (menu, _("Save as Ta_ble…"), "coverage.save::tsv");
  g_menu_append (menu, _("_Copy"), "coverage.copy");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "printer-symbolic");
  gtk_widget_set_tooltip_text (button, _("Print or Save the Training Plan"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Print or Save the Training Plan"), -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static void
make_choice (JkbCoverageBoard *self)
{
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->choice), _("Whose work is looked at"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Whose work is looked at"), -1);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (on_framework_chosen_cb),
                           self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_tools (JkbCoverageBoard *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, JKB_PARTS_SPACING);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  gtk_widget_set_layout_manager (tools, jkb_columns_layout_new (TOOLS_WIDTH, N_TOOLS,
                                                                JKB_PARTS_SPACING));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->pages);
  jkb_shrink_labels (switcher);
  make_choice (self);
  jkb_shrink_choice (self->choice);
  gtk_widget_set_hexpand (GTK_WIDGET (self->choice), TRUE);
  gtk_box_append (GTK_BOX (buttons), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (buttons), make_menu_button ());
  gtk_box_append (GTK_BOX (tools), switcher);
  gtk_box_append (GTK_BOX (tools), buttons);
  return tools;
}

static GtkWidget *
make_result (JkbCoverageBoard *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkBox *box = jkb_parts_new_box ();

  self->pages = GTK_STACK (gtk_stack_new ());
  self->gaps = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING));
  self->plan = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2 * JKB_PARTS_SPACING));
  gtk_stack_set_vhomogeneous (self->pages, FALSE);
  gtk_stack_set_hhomogeneous (self->pages, FALSE);
  gtk_stack_add_titled (self->pages, GTK_WIDGET (self->gaps), "gaps", _("Gaps"));
  gtk_stack_add_titled (self->pages, GTK_WIDGET (self->plan), "plan",
                        _("Training Plan"));
  gtk_box_append (box, make_tools (self));
  gtk_box_append (box, make_tick_button (self, 1));
  self->summary = GTK_LABEL (jkb_parts_add_text (box, "", "heading"));
  gtk_widget_set_margin_top (GTK_WIDGET (self->summary), JKB_PARTS_MARGIN - JKB_PARTS_SPACING);
  self->share = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (box, GTK_WIDGET (self->share));
  self->basis = GTK_LABEL (jkb_parts_add_text (box, "", "dim-label"));
  gtk_box_append (box, GTK_WIDGET (self->pages));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), TEXT_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static GtkWidget *
make_ticks (JkbCoverageBoard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING);

  self->back_button = gtk_button_new_with_mnemonic (_("_Show the Gaps"));
  gtk_widget_set_halign (self->back_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->back_button, "flat");
  g_signal_connect_object (self->back_button, "clicked", G_CALLBACK (on_back_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  self->ticks = JKB_ROLE_TICKS (jkb_role_ticks_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->ticks), TRUE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->ticks), TICKS_MARGIN);
  gtk_widget_set_margin_end (GTK_WIDGET (self->ticks), TICKS_MARGIN);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->ticks), TICKS_MARGIN);
  g_signal_connect_object (self->ticks, "ticked", G_CALLBACK (on_ticked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->back_button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->ticks));
  return box;
}

static void
jkb_coverage_board_dispose (GObject *object)
{
  JkbCoverageBoard *self = JKB_COVERAGE_BOARD (object);

  g_clear_object (&self->scope);
  g_clear_pointer (&self->result, jkb_coverage_result_free);
  g_clear_pointer (&self->frameworks, jkb_frameworks_unref);
  G_OBJECT_CLASS (jkb_coverage_board_parent_class)->dispose (object);
}

static void
jkb_coverage_board_class_init (JkbCoverageBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jkb_coverage_board_dispose;
  widget_class->map = jkb_coverage_board_map;
  gtk_widget_class_set_css_name (widget_class, "coverageboard");
  gtk_widget_class_install_action (widget_class, "coverage.page", "s", on_page_cb);
  gtk_widget_class_install_action (widget_class, "coverage.print", NULL, on_print_cb);
  gtk_widget_class_install_action (widget_class, "coverage.save", "s", on_save_cb);
  gtk_widget_class_install_action (widget_class, "coverage.copy", NULL, on_copy_cb);
}

static void
jkb_coverage_board_init (JkbCoverageBoard *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->stack), 320, -1);
  gtk_stack_add_named (self->stack, make_nothing (self), "nothing");
  gtk_stack_add_named (self->stack, make_result (self), "result");
  self->split = g_object_new (JKB_TYPE_SPLIT, "content", self->stack, "pane", make_ticks (self),
                              "pane-width", TICKS_WIDTH, NULL);
  g_signal_connect_object (self->split, "notify::folded", G_CALLBACK (on_folded_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->split));
  on_folded_changed_cb (self);
  recall_ticks (self);
  g_signal_connect_object (jkb_reference_get_default (), "changed",
                           G_CALLBACK (on_reference_changed_cb), self, G_CONNECT_SWAPPED);
  on_reference_changed_cb (self);
}

GtkWidget *
jkb_coverage_board_new (void)
{
  return g_object_new (JKB_TYPE_COVERAGE_BOARD, NULL);
}

void
jkb_coverage_board_set_scope (JkbCoverageBoard *self, JkbScope *scope)
{
  g_return_if_fail (JKB_IS_COVERAGE_BOARD (self));
  g_return_if_fail (self->scope == NULL);

  self->scope = g_object_ref (scope);
  g_signal_connect_object (scope, "selection-changed", G_CALLBACK (show_when_seen), self,
                           G_CONNECT_SWAPPED);
  show_when_seen (self);
}

const JkbCoverageResult *
jkb_coverage_board_get_result (JkbCoverageBoard *self)
{
  g_return_val_if_fail (JKB_IS_COVERAGE_BOARD (self), NULL);

  return self->result;
}
