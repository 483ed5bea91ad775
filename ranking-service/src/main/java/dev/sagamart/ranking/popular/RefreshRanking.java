package dev.sagamart.ranking.popular;

import org.springframework.stereotype.Component;

/** Computes the ranking anew and shows it to everybody. */
@Component
public class RefreshRanking {
    private final ComputeRanking computeRanking;
    private final RankingBoard board;

    RefreshRanking(ComputeRanking computeRanking, RankingBoard board) {
        this.computeRanking = computeRanking;
        this.board = board;
    }

    /** @return what is shown from now on: the older ranking, if fewer orders are known to be in the new one */
    public PopularProducts refresh() {
        return board.publish(computeRanking.compute());
    }
}
