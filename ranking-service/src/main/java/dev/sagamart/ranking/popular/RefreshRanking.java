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

    public PopularProducts refresh() {
        PopularProducts ranking = computeRanking.compute();
        board.publish(ranking);
        return ranking;
    }
}
