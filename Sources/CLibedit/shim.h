// libedit's interface, with its functions of many arities fixed to the ones that kamsh calls: Swift calls no C function
// of variable arity.
#ifndef KAMSH_CLIBEDIT_H
#define KAMSH_CLIBEDIT_H

#include <histedit.h>
#include <stddef.h>

/// A function of the editor that a key can be bound to; it gives one of `CC_NORM`, `CC_REFRESH`, ….
typedef unsigned char (*kamsh_editor_function)(EditLine *, wint_t);

/// Registers a function under a name, by which `.editrc` can bind it too.
static inline int kamsh_add_function(
    EditLine *editor, const wchar_t *name, const wchar_t *help, kamsh_editor_function function) {
  return el_wset(editor, EL_ADDFN, name, help, function);
}

/// Binds a key or a sequence of keys to a function.
static inline int kamsh_bind(EditLine *editor, const wchar_t *keys, const wchar_t *function) {
  return el_wset(editor, EL_BIND, keys, function, NULL);
}

/// Binds a key in the other key map: vi's command mode.
static inline int kamsh_bind_alternate(EditLine *editor, const wchar_t *keys, const wchar_t *function) {
  return el_wset(editor, EL_BIND, L"-a", keys, function, NULL);
}

/// Sets where the editor gets its characters from.
static inline int kamsh_set_reader(EditLine *editor, el_rfunc_t reader) {
  return el_wset(editor, EL_GETCFN, reader);
}

/// Keeps a pointer with the editor.
static inline int kamsh_set_client(EditLine *editor, void *client) {
  return el_wset(editor, EL_CLIENTDATA, client);
}

/// The pointer that is kept with the editor.
static inline void *kamsh_client(EditLine *editor) {
  void *client = NULL;
  el_wget(editor, EL_CLIENTDATA, &client);
  return client;
}

/// Whether signals are handled by the editor.
static inline int kamsh_set_signals(EditLine *editor, int handled) {
  return el_wset(editor, EL_SIGNAL, handled);
}

/// Puts the terminal into the editor's mode (1) or back (0).
static inline int kamsh_prepare_terminal(EditLine *editor, int editing) {
  return el_wset(editor, EL_PREP_TERM, editing);
}

/// Chooses the key maps: `emacs` or `vi`.
static inline int kamsh_set_editor(EditLine *editor, const wchar_t *name) {
  return el_wset(editor, EL_EDITOR, name);
}

/// Whether the editor edits: `edit off` in `.editrc` turns it off.
static inline int kamsh_edits(EditLine *editor) {
  int edits = 1;
  el_wget(editor, EL_EDITMODE, &edits);
  return edits;
}

/// Gives the editor a history, for those of its own functions that read one.
static inline int kamsh_set_history(EditLine *editor, HistoryW *history) {
  return el_wset(editor, EL_HIST, history_w, history);
}

/// Sets how many entries a history keeps.
static inline int kamsh_history_limit(HistoryW *history, int limit) {
  HistEventW event;
  return history_w(history, &event, H_SETSIZE, limit);
}

/// Adds an entry to a history.
static inline int kamsh_history_enter(HistoryW *history, const wchar_t *text) {
  HistEventW event;
  return history_w(history, &event, H_ENTER, text);
}

#endif
