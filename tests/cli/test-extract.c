/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "run-cli.h"

static const char notice[] = "個人情報の紛失に関するお詫びとお知らせ\n"
                             "\n"
                             "このたび、株式会社みどり山文具は、お客様120名分の氏名と電話番号を記した名簿を"
                             "紛失いたしました。\n"
                             "2024年5月10日に紛失が判明し、同日、個人情報保護委員会へ報告いたしました。\n";

static const char *const keys[] = {
  "source",          "item",           "serial",         "title",
  "lang",            "is_notice",      "set_aside_reason", "organisation",
  "contractor",      "incident_type",  "incident_types", "circumstances",
  "affected_people", "affected_records", "affected_status", "counts",
  "occurred_from",   "occurred_to",    "discovered",     "announced",
  "reported_ppc",    "reported_police", "dates",         "data_items",
  "encrypted",       "country",        "evidence",
};

static void
assert_keys (JsonObject *object, gboolean with_text)
{
  g_autoptr(GList) members = json_object_get_members (object);
  guint i = 0;

  for (GList *l = members; l != NULL; l = l->next, i++)
    g_assert_cmpstr (l->data, ==, i < G_N_ELEMENTS (keys) ? keys[i] : "text");
  g_assert_cmpuint (i, ==, G_N_ELEMENTS (keys) + with_text);
}

static void
assert_place (JsonObject *place, const char *text)
{
  gint64 begin = json_object_get_int_member (place, "begin");
  gint64 end = json_object_get_int_member (place, "end");

  g_assert_cmpint (begin, >=, 0);
  g_assert_cmpint (begin, <=, end);
  g_assert_cmpint (end, <=, (gint64) strlen (text));
  g_assert_true (g_utf8_validate (text + begin, end - begin, NULL));
}

static void
assert_places (JsonArray *places, const char *text)
{
  for (guint i = 0; i < json_array_get_length (places); i++)
    assert_place (json_array_get_object_element (places, i), text);
}

static void
assert_spans (JsonObject *object)
{
  const char *text = json_object_get_string_member (object, "text");
  JsonObject *evidence = json_object_get_object_member (object, "evidence");
  g_autoptr(GList) fields = json_object_get_members (evidence);

  assert_places (json_object_get_array_member (object, "counts"), text);
  assert_places (json_object_get_array_member (object, "dates"), text);
  for (GList *l = fields; l != NULL; l = l->next)
    assert_places (json_object_get_array_member (evidence, l->data), text);
}

static JsonNode *
extract_one (const char *path)
{
  g_autoptr(CliResult) result
      = run_cli (NULL, "extract", "--format=jsonl", "--with-text", path, NULL);

  g_assert_cmpint (result->status, ==, 0);
  g_assert_cmpstr (result->err, ==, "");
  assert_lines (result->out, 1);
  return parse_json (result->out);
}

static void
test_json (void)
{
  g_autofree char *path = make_file ("notice.txt", notice, -1);
  g_autoptr(JsonNode) node = extract_one (path);
  JsonObject *object = json_node_get_object (node);

  assert_keys (object, TRUE);
  assert_spans (object);
  g_assert_cmpstr (json_object_get_string_member (object, "source"), ==, path);
  g_assert_cmpint (json_object_get_int_member (object, "item"), ==, 0);
  g_assert_true (json_object_get_null_member (object, "serial"));
}

static void
test_without_text (void)
{
  g_autoptr(CliResult) result = run_cli (notice, "extract", "-", "--format=jsonl", NULL);
  g_autoptr(JsonNode) node = parse_json (result->out);

  g_assert_cmpint (result->status, ==, 0);
  assert_keys (json_node_get_object (node), FALSE);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "source"), ==, "-");
}

static void
test_report (void)
{
  g_autoptr(CliResult) result = run_cli (notice, "extract", "-", NULL);

  g_assert_cmpint (result->status, ==, 0);
  g_assert_nonnull (strstr (result->out, "-, item 1 of 1"));
  g_assert_nonnull (strstr (result->out, "個人情報の紛失に関するお詫びとお知らせ"));
  g_assert_true (strstr (result->out, "Not stated") != NULL || strstr (result->out, "Set aside") != NULL);
}

/* The same text in another encoding gives the same object. */
static void
test_charsets (void)
{
  static const char *const charsets[]
      = { "SHIFT_JIS", "EUC-JP", "ISO-2022-JP", "UTF-16LE", "UTF-16BE" };
  g_autofree char *utf8_path = make_file ("notice.txt", notice, -1);
  g_autoptr(JsonNode) utf8 = extract_one (utf8_path);
  const char *text = json_object_get_string_member (json_node_get_object (utf8), "text");

  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gboolean is_utf16 = g_str_has_prefix (charsets[i], "UTF-16");
      g_autofree char *marked = g_strconcat (is_utf16 ? "\xef\xbb\xbf" : "", notice, NULL);
      gsize n_bytes;
      g_autofree char *bytes
          = g_convert (marked, -1, charsets[i], "UTF-8", NULL, &n_bytes, NULL);
      g_autofree char *path = make_file ("converted.txt", bytes, (gssize) n_bytes);
      g_autoptr(JsonNode) node = extract_one (path);
      JsonObject *object = json_node_get_object (node);

      g_assert_cmpstr (json_object_get_string_member (object, "text"), ==, text);
      assert_spans (object);
    }
}

static void
assert_failure (const char *path, const char *reason)
{
  g_autoptr(CliResult) result = run_cli (NULL, "extract", "--format=jsonl", path, NULL);
  g_autofree char *prefix = g_strdup_printf ("%s: ", path);

  g_assert_cmpint (result->status, ==, 1);
  g_assert_cmpstr (result->out, ==, "");
  assert_lines (result->err, 1);
  g_assert_true (g_str_has_prefix (result->err, prefix));
  g_assert_nonnull (strstr (result->err, reason));
}

static void
test_unreadable (void)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0";
  g_autofree char *empty = make_file ("empty.txt", "", 0);
  g_autofree char *picture = make_file ("picture.png", png, sizeof (png) - 1);
  g_autofree char *large = make_file ("large.txt", "", 0);
  int fd = g_open (large, O_WRONLY, 0);

  g_assert_cmpint (ftruncate (fd, (off_t) 200 * 1024 * 1024), ==, 0);
  close (fd);
  assert_failure ("/no/such/file.txt", "No such file");
  assert_failure ("/", "directory");
  assert_failure (empty, "");
  assert_failure (picture, "");
  assert_failure (large, "");
}

/* One bad file does not stop the others, and is not forgotten either. */
/* What is unsure, and why; one value is said once, each place that says so is quoted. */
static void
test_doubts (void)
{
  static const char text[]
      = "みどり山文具、名簿を紛失\n\n株式会社みどり山文具は9月2日、お客様120名分の名簿を紛失したと発表した。\n"
        "紛失した名簿にはお客様120名の氏名が記載されていた。2024年8月10日に紛失が判明した。\n";
  g_autoptr(CliResult) result = run_cli (text, "extract", "-", NULL);
  const char *people;

  g_assert_cmpint (result->status, ==, 0);
  g_assert_nonnull (strstr (result->out, "  To check          Announced: 2024-09-02 (the year is inferred from other days)\n"));
  people = strstr (result->out, "  People affected   120 people\n");
  g_assert_nonnull (people);
  g_assert_null (strstr (strchr (people, '\n'), "120 people\n"));
}

static void
test_batch (void)
{
  g_autofree char *path = make_file ("notice.txt", notice, -1);
  g_autoptr(CliResult) result
      = run_cli (NULL, "extract", "--format=jsonl", path, "/no/such/file", path, NULL);

  g_assert_cmpint (result->status, ==, 1);
  assert_lines (result->out, 2);
  assert_lines (result->err, 1);
}

/* Whatever a notice holds, a terminal is never told to do anything. */
static void
test_terminal (void)
{
  static const char *const formats[] = { "--format=text", "--format=jsonl" };
  g_autofree char *nasty
      = g_strconcat (notice, "\x1b[31m赤\x07 \xc2\x9b" "31m \xe2\x80\xae %s%n %d\n", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(CliResult) result
          = run_cli (nasty, "extract", formats[i], "--with-text", "-", NULL);

      g_assert_cmpint (result->status, ==, 0);
      for (const char *p = result->out; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          g_assert_true (c == '\n' || c >= 0x20);
          g_assert_false (c >= 0x7f && c <= 0x9f);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/extract/json", test_json);
  g_test_add_func ("/cli/extract/without-text", test_without_text);
  g_test_add_func ("/cli/extract/report", test_report);
  g_test_add_func ("/cli/extract/charsets", test_charsets);
  g_test_add_func ("/cli/extract/unreadable", test_unreadable);
  g_test_add_func ("/cli/extract/doubts", test_doubts);
  g_test_add_func ("/cli/extract/batch", test_batch);
  g_test_add_func ("/cli/extract/terminal", test_terminal);
  return g_test_run ();
}
