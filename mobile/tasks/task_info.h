// Tasks as the screens tell of them, read from the store. Blocking; on the vault thread.
#pragma once

#include <QString>
#include <vector>

#include "mobile/store/local_store.h"
#include "shared/store/derived/task_lists.h"

namespace plumb::mobile {

struct TaskInfo {
    store::ListedTask task;
    std::vector<QString> team;       // names, in the task's order; an id where the name is not known
    QString me;                      // id of the person of this device
    QString author;                  // name of who assigned it
    checklist::LocalText checklist;  // its title; empty where only a programme is named, or it is not here
    std::vector<std::pair<QString, checklist::LocalText>> choices;  // by what it may be checked, where it names none
    QString withdrawn;  // why nothing begins on the checklist that it names any more; "": something does
    QString draft;      // the open draft for it; "" where there is none
    QString letter;     // record of its newest version, whose paper is the task letter
    QString approval;   // record of the head's approval of the check that it is for; "" where it names none
};

// Open tasks of the person of this device, the first that is due first; `more`: so many are not among them.
struct TaskList {
    std::vector<TaskInfo> tasks;
    std::size_t more = 0;
};
Result<TaskList> readOwnTasks(LocalStore& store);
// notFound "task_unknown".
Result<TaskInfo> readTask(LocalStore& store, const std::string& id);

// Refused: "wrong_pin", "pin_wait", and what store::answerTask() refuses.
struct AnswerOrder {
    QString task;
    bool accepted = false;
    QString reason;  // of declining
    QString pin;
};
Result<void> answerTask(LocalStore& store, const AnswerOrder& order);

}  // namespace plumb::mobile
