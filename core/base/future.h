#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <memory>
#include <type_traits>
#include <utility>

namespace checkpoint {

template <typename T> class Future;

namespace future_detail {

/// What a continuation gives, out of the future when it gives one.
template <typename T> struct Plain
{
    using type = T;
};
template <typename T> struct Plain<QFuture<T>>
{
    using type = T;
};
template <typename T> struct Plain<Future<T>>
{
    using type = T;
};

template <typename T, typename Next>
using Given = typename std::conditional_t<std::is_void_v<T>, std::invoke_result<Next>,
                                          std::invoke_result<Next, T>>::type;

} // namespace future_detail

/// A future that is gone on from without the race of Qt 6.4: its then() runs a continuation twice, and the
/// program ends, when another thread finishes the future while then() is called. Everywhere else it is a
/// QFuture.
template <typename T> class Future : public QFuture<T>
{
public:
    Future() = default;
    Future(const QFuture<T> &future) : QFuture<T>(future) {}

    /// Goes on with the result, on the thread of the context, which is the one that calls; never before this
    /// returns, and not at all when the context is gone or the future was cancelled. A continuation that
    /// gives a future itself is waited for.
    template <typename Next>
    auto then(QObject *context, Next next) const
        -> Future<typename future_detail::Plain<future_detail::Given<T, Next>>::type>
    {
        using Given = future_detail::Given<T, Next>;
        using Result = typename future_detail::Plain<Given>::type;
        auto promise = std::make_shared<QPromise<Result>>();
        const QFuture<Result> result = promise->future();
        promise->start();
        watch(*this, context, [context, promise, next = std::move(next)](const QFuture<T> &done) mutable {
            const auto give = [&]() -> Given {
                if constexpr (std::is_void_v<T>)
                    return next();
                else
                    return next(done.result());
            };
            if constexpr (std::is_void_v<Given>) {
                give();
                promise->finish();
            } else if constexpr (std::is_same_v<Given, Result>) {
                promise->addResult(give());
                promise->finish();
            } else {
                Future<Result>::watch(give(), context, [promise](const QFuture<Result> &inner) {
                    if constexpr (!std::is_void_v<Result>)
                        promise->addResult(inner.result());
                    promise->finish();
                });
            }
        });
        return result;
    }

    /// then() has done it already.
    void unwrap() = delete;

private:
    template <typename U> friend class Future;

    template <typename Next> static void watch(const QFuture<T> &future, QObject *context, Next next)
    {
        auto *const watcher = new QFutureWatcher<T>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                         [watcher, next = std::move(next)]() mutable {
                             watcher->deleteLater();
                             if (!watcher->isCanceled())
                                 next(watcher->future());
                         });
        watcher->setFuture(future);
    }
};

/// A future that is finished already.
template <typename T> Future<std::decay_t<T>> readyFuture(T &&value)
{
    QPromise<std::decay_t<T>> promise;
    promise.start();
    promise.addResult(std::forward<T>(value));
    promise.finish();
    return promise.future();
}

} // namespace checkpoint
