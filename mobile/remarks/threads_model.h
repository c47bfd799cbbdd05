// The threads at one item of a record, on their page: what was asked and answered, and a word of one's own, signed with
// the PIN, with or without a network. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <memory>

#include "mobile/remarks/thread_info.h"
#include "mobile/sign/pin_signing.h"
#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct RemarkRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, thread)
    PLUMB_ROLE(QString, head)  // who, and when
    PLUMB_ROLE(QString, text)
    PLUMB_ROLE(QString, state)  // "" where nothing is to be said of it
    PLUMB_ROLE(bool, own)
    PLUMB_ROLE(bool, last)        // of its thread
    PLUMB_ROLE(bool, open)        // the thread; said of the last
    PLUMB_ROLE(bool, waits)       // for a word of whoever is signed in
    PLUMB_ROLE(bool, resolvable)  // by whoever is signed in
  public:
    QString id, thread, head, text, state;
    bool own = false, last = false, open = false, waits = false, resolvable = false;
    bool operator==(const RemarkRow&) const = default;
};

class ThreadsModel : public PinSigning {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.threads")
    Q_PROPERTY(QString record READ record NOTIFY changed)
    Q_PROPERTY(QString item READ item NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString siteName READ siteName NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)  // of the item
    Q_PROPERTY(bool answers READ answers NOTIFY changed)
    Q_PROPERTY(bool asks READ asks NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* said READ said CONSTANT)

  public:
    // `store` outlives this.
    ThreadsModel(StoreThread& store, QObject* parent);

    [[nodiscard]] QString record() const { return m_record; }
    [[nodiscard]] QString item() const { return m_item; }
    [[nodiscard]] bool ready() const { return m_info != nullptr; }
    [[nodiscard]] QString siteName() const { return m_info ? m_info->siteName : QString(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool answers() const { return m_info && m_info->answers; }
    [[nodiscard]] bool asks() const { return m_info && m_info->asks; }
    [[nodiscard]] RowModel* said() { return &m_said; }

    Q_INVOKABLE void show(const QString& record, const QString& item);
    // `thread` "": it begins one. `resolved`: nothing is left to say.
    Q_INVOKABLE void sign(const QString& pin, const QString& thread, const QString& text, bool resolved);
    Q_INVOKABLE void refresh();
    void forget();

  signals:
    void changed();

  private:
    void fill();

    QString m_record, m_item;
    std::unique_ptr<ItemThreads> m_info;
    Rows<RemarkRow> m_said{this};
};

}  // namespace plumb::mobile
