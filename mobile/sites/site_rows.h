// Where to check and by what, as lists show it. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct SiteRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, name)
    PLUMB_ROLE(QString, code)
    PLUMB_ROLE(QString, region)
    PLUMB_ROLE(QString, address)
    PLUMB_ROLE(QString, programme)
    PLUMB_ROLE(QString, sector)
    PLUMB_ROLE(QString, contact)
    PLUMB_ROLE(QString, point)
    PLUMB_ROLE(QString, grows)  // its products, and how large it is
  public:
    QString id, name, code, region, address, programme, sector, contact, point, grows;
    bool operator==(const SiteRow&) const = default;
};

struct ChecklistRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)  // "6a@1"
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(QString, version)
    PLUMB_ROLE(QString, meant)  // the programmes and sectors that it is for; "" where for any
    PLUMB_ROLE(bool, here)
    PLUMB_ROLE(bool, draft)  // a draft version, for test mode alone
  public:
    QString id, title, version, meant;
    bool here = false, draft = false;
    bool operator==(const ChecklistRow&) const = default;
};

}  // namespace plumb::mobile
