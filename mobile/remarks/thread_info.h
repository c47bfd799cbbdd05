// The threads at one item of a record as their page tells of them, and signing a word there. Blocking; on the vault
// thread.
#pragma once

#include "mobile/record/record_talk.h"
#include "mobile/store/local_store.h"
#include "shared/checklist/model/local_text.h"

namespace plumb::mobile {

struct ItemThreads {
    QString record, item, siteName;
    QString no;                 // as the checklist numbers it; its id where the document is not here
    checklist::LocalText text;  // of the item; empty where the document is not here
    ItemTalk talk;
    bool answers = false, asks = false;
};
// notFound "no_record".
Result<ItemThreads> readThreads(LocalStore& store, const std::string& record, const std::string& item);

struct RemarkOrder {
    QString record, item, thread;  // thread "": it begins one
    QString text;
    bool resolved = false;
    QString pin;
};
// Refused: "wrong_pin", "pin_wait", and what store::signRemark() refuses.
Result<void> signRemark(LocalStore& store, const RemarkOrder& order);

}  // namespace plumb::mobile
