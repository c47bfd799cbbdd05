#include "mobile/ui/visit_words.h"

#include <QCoreApplication>

namespace plumb::mobile {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Visits)
  public:
    static QString sentence(records::VisitFault fault) {
        using records::VisitFault;
        switch (fault) {
            case VisitFault::none:
                break;
            case VisitFault::taskUnknown:
                return tr("本机没有它写明的任务，不知道是否因这次检查结束");
            case VisitFault::otherSite:
                return tr("它写明的任务是别的检查对象的，不因这次检查结束");
            case VisitFault::personUnstated:
                return tr("记录没有写明签字的是谁，任务不因这次检查结束");
            case VisitFault::notOfTeam:
                return tr("签字人不是任务指派的检查员，任务不因这次检查结束");
            case VisitFault::waits:
                return tr("第二名检查员签字后，任务才结束");
            case VisitFault::secondNotOfTeam:
                return tr("第二名签字人不是任务指派的检查员，任务不因这次检查结束");
        }
        return {};
    }
};

}  // namespace

QString visitSentence(records::VisitFault fault) {
    return Words::sentence(fault);
}

}  // namespace plumb::mobile
