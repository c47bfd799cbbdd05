// The tasks of whoever is at the tablet: the list on Today, and one of them on its page: what is asked, how far it
// lies, what was answered; accepting, declining (signed with the PIN) and beginning its check. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <memory>

#include "mobile/position/position_source.h"
#include "mobile/sign/pin_signing.h"
#include "mobile/tasks/task_info.h"
#include "mobile/ui/rows.h"

namespace plumb::mobile {

class TasksModel : public PinSigning {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.tasks")
    Q_PROPERTY(plumb::mobile::RowModel* list READ list CONSTANT)
    Q_PROPERTY(int more READ more NOTIFY listed)          // so many are not in the list
    Q_PROPERTY(int dueToday READ dueToday NOTIFY listed)  // or before
    Q_PROPERTY(QString id READ id NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString site READ site NOTIFY changed)
    Q_PROPERTY(QString siteName READ siteName NOTIFY changed)
    Q_PROPERTY(QString due READ due NOTIFY changed)
    Q_PROPERTY(QString dueTone READ dueTone NOTIFY changed)
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(QString stateTone READ stateTone NOTIFY changed)
    Q_PROPERTY(QString instructions READ instructions NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* facts READ facts CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* choices READ choices CONSTANT)  // checklists, where the task names none
    Q_PROPERTY(bool mayAccept READ mayAccept NOTIFY changed)
    Q_PROPERTY(bool mayDecline READ mayDecline NOTIFY changed)
    Q_PROPERTY(bool mayStart READ mayStart NOTIFY changed)
    Q_PROPERTY(bool begun READ begun NOTIFY changed)       // a draft for it is open
    Q_PROPERTY(QString letter READ letter NOTIFY changed)  // record whose paper is the task letter
    Q_PROPERTY(QString approval READ approval NOTIFY
                   changed)  // record of the approval, whose papers are its form and the notice
    Q_PROPERTY(QString withdrawn READ withdrawn NOTIFY changed)  // why nothing begins on its checklist; "": it stands
    Q_PROPERTY(QString point READ point NOTIFY changed)
    Q_PROPERTY(QString away READ away NOTIFY moved)

  public:
    // All that is passed outlives this.
    TasksModel(StoreThread& store, PositionSource& position, QObject* parent);

    [[nodiscard]] RowModel* list() { return &m_list; }
    [[nodiscard]] int more() const { return static_cast<int>(m_tasks.more); }
    [[nodiscard]] int dueToday() const;
    [[nodiscard]] QString id() const { return m_id; }
    [[nodiscard]] bool ready() const { return m_info != nullptr; }
    [[nodiscard]] QString site() const;
    [[nodiscard]] QString siteName() const;
    [[nodiscard]] QString due() const;
    [[nodiscard]] QString dueTone() const;
    [[nodiscard]] QString state() const;
    [[nodiscard]] QString stateTone() const;
    [[nodiscard]] QString instructions() const;
    [[nodiscard]] RowModel* facts() { return &m_facts; }
    [[nodiscard]] RowModel* choices() { return &m_choices; }
    [[nodiscard]] bool mayAccept() const;
    [[nodiscard]] bool mayDecline() const;
    [[nodiscard]] bool mayStart() const;
    [[nodiscard]] QString withdrawn() const { return m_info ? m_info->withdrawn : QString(); }
    [[nodiscard]] bool begun() const { return m_info && !m_info->draft.isEmpty(); }
    [[nodiscard]] QString letter() const { return m_info ? m_info->letter : QString(); }
    [[nodiscard]] QString approval() const { return m_info ? m_info->approval : QString(); }
    [[nodiscard]] QString point() const;
    [[nodiscard]] QString away() const;

    Q_INVOKABLE void show(const QString& id);
    Q_INVOKABLE void accept(const QString& pin);
    Q_INVOKABLE void decline(const QString& pin, const QString& reason);
    // False where no map program takes it; the coordinates are on the clipboard then.
    Q_INVOKABLE bool handOver();
    Q_INVOKABLE void refresh();
    void forget();

  signals:
    void listed();
    void changed();
    void moved();
    // Signed here; it waits for the network.
    void answered(bool accepted);

  private:
    void answer(const QString& pin, bool accepted, const QString& reason);
    void showList();
    void showTask();
    [[nodiscard]] bool isMine() const;
    [[nodiscard]] const records::GivenAnswer* ownAnswer() const;

    PositionSource& m_position;
    TaskList m_tasks;
    QString m_id;
    std::unique_ptr<TaskInfo> m_info;
    Rows<CardRow> m_list{this}, m_choices{this};
    Rows<NamedValueRow> m_facts{this};
};

}  // namespace plumb::mobile
